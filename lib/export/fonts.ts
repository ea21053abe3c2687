/** The figure's font in the forms that files need. */
export interface Fonts {
  /** WOFF2 as base64, for SVG and HTML. */
  webFont: string;
  /** TrueType files of the two weights, for PDF. */
  regular: Uint8Array;
  semibold: Uint8Array;
}
