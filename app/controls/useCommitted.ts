import { type FocusEvent, type KeyboardEvent, useState } from "react";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What a field is given: the text it stands at, what happens to what is typed, and whether that is usable. */
export interface Committed {
  value: string;
  "aria-invalid": true | undefined;
  /** Whether something is typed that does not count yet; undo is then the field's own. */
  "data-typed": boolean;
  onChange: (event: { target: Field }) => void;
  onBlur: (event: FocusEvent<Field>) => void;
  onKeyDown: (event: KeyboardEvent<Field>) => void;
}

/**
 * What every field does whose text counts as one undo step: Enter and leaving the field commit it, Escape puts back
 * what was there. Where `commit` answers false the text is not usable and stays, marked, until it is mended. Enter
 * keeps the focus and sends no form; Escape with nothing typed is for what is around the field, such as its dialog.
 */
export function useCommitted(text: string, commit: (written: string) => boolean): Committed {
  const [typed, setTyped] = useState<{ over: string; written: string; wrong: boolean; left: boolean } | null>(null);
  // What was left unusable is forgotten when another text takes its place; what is being typed never is.
  const draft = typed && (!typed.left || typed.over === text) ? typed : null;
  const end = (left: boolean) => {
    if (!draft) return;
    const usable = draft.written === text || commit(draft.written);
    setTyped(usable ? null : { ...draft, over: text, wrong: true, left });
  };
  return {
    value: draft?.written ?? text,
    "aria-invalid": draft?.wrong || undefined,
    "data-typed": draft !== null,
    onChange: ({ target }) =>
      setTyped({ over: text, written: target.value, wrong: draft?.wrong ?? false, left: false }),
    onBlur: () => end(true),
    onKeyDown: (event) => {
      // An input method takes the same keys for its own.
      if (event.nativeEvent.isComposing) return;
      if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        end(false);
      }
      if (event.key === "Escape" && draft) {
        event.preventDefault();
        event.stopPropagation();
        setTyped(null);
      }
    },
  };
}
