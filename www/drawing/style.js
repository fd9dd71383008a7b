// Gives a shadow tree a style sheet.

/** What gives trees this style sheet, each once. */
export const styled = (css) => {
  let sheet;
  return (root) => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };
};
