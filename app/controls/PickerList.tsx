import { useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { formatCount } from "../../lib/format";
import { letterScale } from "../browser/letterScale";
import { type Entry, keyOf } from "./choices";
import { Icon } from "./Icon";
import styles from "./Picker.module.css";
import { useVirtual } from "./useVirtual";

/**
 * The list of a picker, in the top layer and so cut by nothing it stands in; of thousands of entries only those are
 * drawn that can be seen. The focus stays in the field.
 */
export function PickerList<V>({
  id,
  label,
  field,
  entries,
  active,
  isChosen,
  several,
  option,
  onActive,
  onTake,
}: {
  id: string;
  label: string;
  field: HTMLInputElement;
  entries: readonly Entry<V>[];
  active: number;
  isChosen: (entry: Entry<V>) => boolean;
  several: boolean;
  /** The id of the entry at a place. */
  option: (place: number) => string;
  onActive: (place: number) => void;
  onTake: (entry: Entry<V>) => void;
}) {
  const popup = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [rowHeight] = useState(() => (matchMedia("(pointer: coarse)").matches ? 40 : 30) * letterScale());
  const { from, to } = useVirtual(box, entries.length, rowHeight);
  useLayoutEffect(() => {
    const list = popup.current;
    if (!list) return;
    list.showPopover();
    const place = () => placeAt(field, list);
    // Whatever scrolls takes the field along.
    addEventListener("scroll", place, { capture: true, passive: true });
    addEventListener("resize", place);
    return () => {
      removeEventListener("scroll", place, { capture: true });
      removeEventListener("resize", place);
    };
  }, [field]);
  // What is chosen may move the field.
  useLayoutEffect(() => {
    if (popup.current) placeAt(field, popup.current);
  });
  useLayoutEffect(() => {
    const list = box.current;
    if (!list || active < 0) return;
    const top = active * rowHeight;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + rowHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + rowHeight - list.clientHeight;
  }, [active, rowHeight]);

  const drawn = entries.slice(from, to).map((entry, place) => ({ entry, place: from + place }));
  // An entry far from what can be seen is still what the field says is active.
  const far = active < from || active >= to ? entries[active] : undefined;
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div
      ref={popup}
      popover="manual"
      className={styles.list}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => event.stopPropagation()}
    >
      <div ref={box} id={id} role="listbox" aria-label={label} aria-multiselectable={several}>
        {/* As high as all entries together. */}
        <div role="presentation" style={{ height: entries.length * rowHeight }} />
        {[...drawn, ...(far ? [{ entry: far, place: active }] : [])].map(({ entry, place }) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field names the active one
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above
          <div
            key={keyOf(entry.value)}
            id={option(place)}
            role="option"
            className={styles.option}
            aria-selected={isChosen(entry)}
            aria-disabled={entry.disabled}
            aria-setsize={entries.length}
            aria-posinset={place + 1}
            data-active={place === active}
            title={entry.title ?? entry.label}
            style={{ top: place * rowHeight, height: rowHeight }}
            onPointerMove={() => place !== active && onActive(place)}
            onClick={() => onTake(entry)}
          >
            <span>{entry.label}</span>
            {entry.within && <Icon name="forward" />}
            {isChosen(entry) && <Icon name="check" />}
          </div>
        ))}
      </div>
      <p className={entries.length === 0 ? styles.nothing : "hidden"} aria-live="polite">
        {entries.length === 0 ? "Nothing has this in its name." : `${formatCount(entries.length)} to choose from`}
      </p>
    </div>,
    field.closest("dialog") ?? document.body,
  );
}

/** Below the field, or above it where there is more room; as wide as the field at least, and within the window. */
function placeAt(field: HTMLElement, list: HTMLElement): void {
  const { left, top, bottom, width } = field.getBoundingClientRect();
  const below = innerHeight - bottom - 12;
  const up = below < 200 && top - 12 > below;
  const most = Math.min(360, up ? top - 12 : below);
  const wide = Math.min(Math.max(width, 240 * letterScale()), innerWidth - 16);
  Object.assign(list.style, {
    maxHeight: `${most}px`,
    width: `${wide}px`,
    left: `${Math.max(8, Math.min(left, innerWidth - wide - 8))}px`,
    top: up ? "auto" : `${bottom + 4}px`,
    bottom: up ? `${innerHeight - top + 4}px` : "auto",
  });
}
