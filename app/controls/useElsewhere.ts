import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Tells of a click, or of the focus, that is in none of these elements, while there is something to close.
 */
export function useElsewhere(
  open: boolean,
  inside: readonly (RefObject<HTMLElement | null> | undefined)[],
  onElsewhere: () => void,
): void {
  const latest = useRef({ inside, onElsewhere });
  useLayoutEffect(() => {
    latest.current = { inside, onElsewhere };
  });
  useLayoutEffect(() => {
    if (!open) return;
    const look = ({ target }: Event) => {
      const there = latest.current;
      if (target instanceof Node && !there.inside.some((each) => each?.current?.contains(target))) there.onElsewhere();
    };
    addEventListener("pointerdown", look);
    addEventListener("focusin", look);
    return () => {
      removeEventListener("pointerdown", look);
      removeEventListener("focusin", look);
    };
  }, [open]);
}
