/** Outer and doubled blanks made visible. */
export const withBlanksShown = (text: string): string =>
  text.replace(/^\s+|\s+$|\s{2,}/g, (blanks) => "␣".repeat(blanks.length));
