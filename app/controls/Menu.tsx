"use client";

import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Icon, type IconName } from "./Icon";
import styles from "./Menu.module.css";
import { type Left, MenuList } from "./MenuList";

/** A button that opens a short list of buttons; by keyboard the focus goes into the list, and back when it closes. */
export function Menu({
  label,
  icon,
  title,
  children,
  disabled,
  opener,
}: {
  label?: string;
  /** In place of a label; the title then names the button. */
  icon?: IconName;
  title: string;
  children: ReactNode;
  disabled?: boolean;
  /** The button's ref, for what opens in the place of the menu. */
  opener?: (button: HTMLElement | null) => void;
}) {
  const [open, setOpen] = useState<{ start: "first" | "last" | null } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const onKey = (event: KeyboardEvent) => {
    if (open || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    setOpen({ start: event.key === "ArrowDown" ? "first" : "last" });
  };
  const close = (left: Left) => {
    // Before what was chosen opens, so that a dialog gives the focus back to here.
    if (left !== "elsewhere") button.current?.focus();
    setOpen(null);
  };
  return (
    <div className={styles.menu}>
      <button
        ref={(element) => {
          button.current = element;
          opener?.(element);
        }}
        type="button"
        aria-label={label === undefined ? title : undefined}
        title={title}
        aria-expanded={open !== null}
        disabled={disabled}
        // A click without a pointer is a key; the second of a double click leaves open what the first has opened.
        onClick={({ detail }) => setOpen(open && detail < 2 ? null : { start: detail === 0 ? "first" : null })}
        onKeyDown={onKey}
      >
        {label} <Icon name={icon ?? "down"} />
      </button>
      {open && (
        <MenuList label={title} className={styles.list} start={open.start} opener={button} onClose={close}>
          {children}
        </MenuList>
      )}
    </div>
  );
}
