import { type RefObject, useLayoutEffect } from "react";

/** Sizes of what stands second beside the rest, and of all: the rest is made smaller once the second would be hard to read. */
const sizes: readonly (readonly [second: number, all: number])[] = [
  ...[1, 0.9, 0.8, 0.7].map((second) => [second, 1] as const),
  ...Array.from({ length: 30 }, (_, step) => [0.7, 0.97 ** (step + 1)] as const),
];

/**
 * Sets the letters of a box smaller when what is in it would be cut, whichever font the browser found: first those that stand second, by
 * the box's `--second`, then all. Many steps and one that fits are measured within one frame.
 */
export function useFittingLetters(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const box = element.current;
    if (!box?.parentElement) return;
    const set = () => {
      const fits = () => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
      for (const [second, all] of sizes) {
        box.style.setProperty("--second", String(second));
        box.style.fontSize = `${all}em`;
        if (fits()) return;
      }
    };
    set();
    const observer = new ResizeObserver(set);
    observer.observe(box.parentElement);
    return () => observer.disconnect();
  });
}
