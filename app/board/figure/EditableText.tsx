"use client";

import { useState } from "react";
import { InPlace } from "../../controls/InPlace";
import { useFocusBack } from "../../controls/useFocusBack";
import styles from "./EditableText.module.css";

/**
 * A text of the figure, changed where it stands: a click or Enter opens it, leaving it commits one undo step, Escape
 * leaves it as it was.
 */
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
  const { want, opener } = useFocusBack();
  if (!editing)
    return (
      <button
        ref={opener}
        type="button"
        data-look="plain"
        className={styles.text}
        title={`Change the ${name}`}
        onClick={() => setEditing(true)}
      >
        {text || `Add a ${name}`}
      </button>
    );
  return (
    <InPlace
      text={text}
      label={`${name.charAt(0).toUpperCase()}${name.slice(1)} of the figure; empty for the generated one`}
      lines={lines}
      className={styles.field}
      onText={(written) => onText(written || null)}
      onEnd={(by) => {
        if (by === "key") want();
        setEditing(false);
      }}
    />
  );
}
