import { type RefObject, useLayoutEffect } from "react";

/** Sets the letters of a box smaller when what is in it would be cut, whichever font the browser found. */
export function useFittingLetters(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const box = element.current;
    if (!box?.parentElement) return;
    const set = () => {
      box.style.fontSize = "";
      const ratio = Math.min(box.clientHeight / box.scrollHeight, box.clientWidth / box.scrollWidth);
      if (ratio < 1) box.style.fontSize = `${ratio}em`;
    };
    set();
    const observer = new ResizeObserver(set);
    observer.observe(box.parentElement);
    return () => observer.disconnect();
  });
}
