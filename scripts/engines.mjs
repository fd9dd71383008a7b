/** The engines in which stories are told, as results name them and as pages do. */
export const ENGINES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKit" };
