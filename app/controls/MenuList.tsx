import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { placeAfter } from "./placeAfter";
import { useElsewhere } from "./useElsewhere";

/** How a list was left: by Escape, by choosing, or for something else. */
export type Left = "key" | "choice" | "elsewhere";

/**
 * The buttons of an open menu. Arrows, Home and End go from one to the next; Escape, a choice, a click elsewhere and
 * the focus elsewhere close it.
 */
export function MenuList({
  label,
  className,
  start,
  opener,
  onClose,
  children,
}: {
  label: string;
  className?: string;
  /** Which entry has the focus when it opens. */
  start: "first" | "last" | null;
  /** The button beside it that opens and closes it, where it stays. */
  opener?: RefObject<HTMLElement | null>;
  onClose: (left: Left) => void;
  children: ReactNode;
}) {
  const list = useRef<HTMLFieldSetElement>(null);
  const latest = useRef(onClose);
  useLayoutEffect(() => {
    latest.current = onClose;
  });
  useLayoutEffect(() => {
    const buttons = entries(list.current);
    if (start !== null) buttons.at(start === "first" ? 0 : -1)?.focus();
  }, [start]);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // The key that opened it arrives here as well.
      if (event.defaultPrevented) return;
      if (event.key === "Escape") {
        event.preventDefault();
        latest.current("key");
        return;
      }
      const buttons = entries(list.current);
      const focused = document.activeElement;
      const at = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1;
      const next = placeAfter(event.key, at, buttons.length);
      if (next === null) return;
      event.preventDefault();
      buttons[next]?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  useElsewhere(true, [list, opener], () => onClose("elsewhere"));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button inside arrives here as a click
    <fieldset ref={list} className={className} aria-label={label} onClick={() => onClose("choice")}>
      {children}
    </fieldset>
  );
}

const entries = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLButtonElement>("button:not(:disabled)") ?? []),
];
