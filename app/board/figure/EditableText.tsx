"use client";

import { useState } from "react";
import styles from "./EditableText.module.css";

/** A text of the figure, changed where it stands: a click or Enter opens it, leaving it commits one undo step, Escape leaves it as it was. */
export function EditableText({
  text,
  name,
  lines = 1,
  onText,
}: {
  text: string;
  /** What it is: "title". */
  name: string;
  /** More than one for a paragraph, in which Enter with Shift breaks the line. */
  lines?: number;
  /** null: the generated text again. */
  onText: (text: string | null) => void;
}) {
  const [editing, setEditing] = useState(false);
  if (!editing)
    return (
      <button
        type="button"
        data-look="plain"
        className={styles.text}
        title={`Change the ${name}`}
        onClick={() => setEditing(true)}
      >
        {text || `Add a ${name}`}
      </button>
    );
  const commit = (written: string) => {
    if (written.trim() !== text) onText(written.trim() || null);
    setEditing(false);
  };
  const shared = {
    className: styles.field,
    "aria-label": `${name[0].toUpperCase()}${name.slice(1)} of the figure; empty for the generated one`,
    defaultValue: text,
    ref: (field: HTMLInputElement | HTMLTextAreaElement | null) => field?.focus(),
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.key === "Escape") setEditing(false);
      if (event.key !== "Enter" || event.shiftKey) return;
      event.preventDefault();
      commit(event.currentTarget.value);
    },
    onBlur: (event: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => commit(event.target.value),
  };
  return lines > 1 ? <textarea rows={lines} {...shared} /> : <input type="text" {...shared} />;
}
