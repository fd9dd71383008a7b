// Copies the address that opens a card, `#context=cecot`, which src/widget/share_link.rs reads.

/**
 * `copied` is called once it is on the clipboard; where a page may not write there, the address bar shows it instead. It throws where the
 * widget that asked is gone by then.
 */
export function copyLink(card, copied) {
  const link = `${location.href.split("#")[0]}#context=${encodeURIComponent(card)}`;
  const show = () => {
    try {
      // The entry of history keeps its state.
      history.replaceState(history.state, "", link);
    } catch {}
  };
  try {
    navigator.clipboard.writeText(link).then(() => copied(), show).catch(() => {});
  } catch {
    show();
  }
}
