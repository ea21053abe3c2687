import { type RefObject, useLayoutEffect, useState } from "react";

/**
 * The stretch of a long list of equally high rows that can be seen in its scrolling box, with a few more on both sides.
 */
export function useVirtual(
  box: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { from: number; to: number } {
  const [stretch, setStretch] = useState({ from: 0, to: 40 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const from = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare);
      const to = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + spare;
      setStretch((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    const size = new ResizeObserver(look);
    size.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    look();
    return () => {
      size.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [box, rowHeight]);
  return { from: Math.min(stretch.from, count), to: Math.min(stretch.to, count) };
}

const spare = 10;
