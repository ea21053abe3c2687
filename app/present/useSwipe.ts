import { type PointerEvent, useRef } from "react";

/** A finger that goes so far to the side, in pixels, within so short a time: longer ones read the figure. */
const far = 60;
const quick = 500;

/** Pointer handlers of an element: a quick stroke of a finger to the left or right. */
export function useSwipe(onSwipe: (way: -1 | 1) => void) {
  const begun = useRef<{ x: number; y: number; time: number } | null>(null);
  return {
    onPointerDown: ({ pointerType, isPrimary, clientX: x, clientY: y, timeStamp: time }: PointerEvent) => {
      begun.current = pointerType === "touch" && isPrimary ? { x, y, time } : null;
    },
    onPointerUp: ({ clientX, clientY, timeStamp }: PointerEvent) => {
      const from = begun.current;
      begun.current = null;
      if (!from || timeStamp - from.time > quick) return;
      const [across, down] = [clientX - from.x, clientY - from.y];
      if (Math.abs(across) >= far && Math.abs(across) > 2 * Math.abs(down)) onSwipe(across < 0 ? 1 : -1);
    },
    onPointerCancel: () => {
      begun.current = null;
    },
  };
}
