/** Style for letters as of a browser whose font is wide and high, and that has not got the page's own. */
export const coarse =
  "* { font-family: monospace !important; letter-spacing: 0.12em !important; line-height: 2.1 !important }";
