import type { FocusEvent, KeyboardEvent } from "react";
import { useCommitted } from "./useCommitted";

/**
 * A field that opens in the place of a button, with the focus. It closes when it is left, by Enter, and by Escape,
 * which leaves the text as it was.
 */
export function InPlace({
  text,
  label,
  lines = 1,
  placeholder,
  className,
  onText,
  onEnd,
}: {
  text: string;
  label: string;
  /** More than one for a paragraph, in which Enter with Shift breaks the line. */
  lines?: number;
  placeholder?: string;
  className?: string;
  onText: (text: string) => void;
  onEnd: (by: "key" | "leaving") => void;
}) {
  const committed = useCommitted(text, (written) => {
    if (written.trim() !== text) onText(written.trim());
    return true;
  });
  const field = {
    ...committed,
    "aria-label": label,
    placeholder,
    className,
    ref: focus,
    onBlur: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      committed.onBlur(event);
      onEnd("leaving");
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      committed.onKeyDown(event);
      if (event.key !== "Escape" && (event.key !== "Enter" || event.shiftKey)) return;
      event.preventDefault();
      event.stopPropagation();
      onEnd("key");
    },
  };
  return lines > 1 ? <textarea rows={lines} {...field} /> : <input type="text" {...field} />;
}

/** One function, so that it runs when the field appears and not at every letter. */
const focus = (field: HTMLInputElement | HTMLTextAreaElement | null) => field?.focus();
