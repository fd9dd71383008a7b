// Every page brings its own font, so that no story depends on what the machine has. Loaded in the head, it has no request and no
// wait of its own, changes nothing in the document's tree, and no security policy forbids it.
{
  const FAMILY = "Story";
  /** Terms and the widget are left to inherit: a story looks at whether they do. Without kerning, which WebKit leaves out between two
   * elements: a word that is marked would move by a fraction of a pixel. */
  const RULES = `:root { --context-card-ui-font: ${FAMILY}; } *:not(context-term, context-cards) { font-family: ${FAMILY} !important; font-kerning: none !important; }`;

  const dress = (view) => {
    for (const { range, data } of FILES) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      view.document.fonts.add(new view.FontFace(FAMILY, bytes, { weight: "300 900", unicodeRange: range }));
    }
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(RULES);
    view.document.adoptedStyleSheets.push(sheet);
  };

  dress(window);
  // Frames are documents of their own.
  const frame = ({ target }) => target.localName === "iframe" && target.contentDocument && dress(target.contentWindow);
  document.addEventListener("load", frame, true);
}
