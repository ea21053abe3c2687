"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Icon, type IconName } from "./Icon";
import styles from "./Menu.module.css";

/** A button that opens a short list of buttons; Esc, a choice or a click elsewhere closes it. */
export function Menu({
  label,
  icon,
  title,
  children,
  disabled,
}: {
  label?: string;
  /** In place of a label; the title then names the button. */
  icon?: IconName;
  title: string;
  children: ReactNode;
  disabled?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      root.current?.querySelector("button")?.focus();
    };
    addEventListener("pointerdown", onPointer);
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("pointerdown", onPointer);
      removeEventListener("keydown", onKey);
    };
  }, [open]);
  return (
    <div className={styles.menu} ref={root}>
      <button
        type="button"
        aria-label={label === undefined ? title : undefined}
        title={title}
        aria-expanded={open}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {label} <Icon name={icon ?? "down"} />
      </button>
      {open && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button inside arrives here as a click
        // biome-ignore lint/a11y/noStaticElementInteractions: it only closes after a choice
        <div className={styles.list} onClick={() => setOpen(false)}>
          {children}
        </div>
      )}
    </div>
  );
}
