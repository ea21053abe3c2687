/** How much larger than usual the browser's letters are: 1 where nobody changed them. */
export const letterScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
