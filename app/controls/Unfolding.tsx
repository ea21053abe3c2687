import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from "react";
import { Icon } from "./Icon";
import styles from "./Unfolding.module.css";
import { useElsewhere } from "./useElsewhere";

/**
 * Buttons side by side where there is room; on a small screen behind one that unfolds them below the bar. Escape, a
 * click or the focus elsewhere and a choice fold them again, but for those marked `data-stays`, which are pressed again and again.
 */
export function Unfolding({ title, className, children }: { title: string; className?: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useElsewhere(open, [whole], () => setOpen(false));
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.key !== "Escape" || event.defaultPrevented) return;
    opener.current?.focus();
    setOpen(false);
  };
  const onClick = ({ target }: MouseEvent) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button && !button.hasAttribute("aria-expanded") && !button.closest("[data-stays]")) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys and clicks are those of the buttons inside
    <div ref={whole} onKeyDown={onKeyDown}>
      <button
        ref={opener}
        type="button"
        className={styles.opener}
        aria-label={title}
        title={title}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button inside arrives here as a click */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same */}
      <div className={[styles.folded, className].filter(Boolean).join(" ")} data-open={open} onClick={onClick}>
        {children}
      </div>
    </div>
  );
}
