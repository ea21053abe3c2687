import { blank } from "../controls/choices";
import { Icon } from "../controls/Icon";
import { Labeled } from "../controls/Labeled";
import { Select } from "../controls/Select";
import styles from "./Present.module.css";
import type { Field } from "./placement";

/** The values of one patient. They are kept nowhere: not in the board, its undo, the address, storage or any file. */
export function PatientForm({
  fields,
  answers,
  onAnswers,
  onClose,
}: {
  fields: Field[];
  answers: ReadonlyMap<string, string>;
  onAnswers: (answers: ReadonlyMap<string, string>) => void;
  onClose: () => void;
}) {
  const answer = (key: string, text: string) => onAnswers(new Map(answers).set(key, text));
  return (
    <form
      className={styles.patient}
      aria-label="Place this patient"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2>Place this patient</h2>
        <button type="button" data-look="plain" aria-label="Close" title="Esc" onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      <p>What you enter stays on this screen and is forgotten with the presentation.</p>
      {fields.length === 0 && <p>No slide is grouped by a score or a column.</p>}
      {fields.map((field, index) => (
        <Labeled
          key={field.key}
          className={styles.asked}
          label={
            <>
              {field.label}
              {field.unit && <small>, {field.unit}</small>}
            </>
          }
        >
          <Control field={field} first={index === 0} value={answers.get(field.key) ?? ""} onValue={answer} />
        </Labeled>
      ))}
      <footer>
        <button type="button" onClick={() => onAnswers(new Map())}>
          Clear
        </button>
        <button type="submit" data-look="primary">
          Show
        </button>
      </footer>
    </form>
  );
}

function Control({
  field: { key, kind, choices },
  first,
  value,
  onValue,
}: {
  field: Field;
  first: boolean;
  value: string;
  onValue: (key: string, text: string) => void;
}) {
  const focused = first ? focus : undefined;
  if (kind === "choice")
    return (
      <Select
        ref={focused}
        value={value}
        choices={[blank("not entered"), ...choices]}
        onValue={(chosen) => onValue(key, chosen)}
      />
    );
  return (
    <input
      ref={focused}
      type={kind === "date" ? "date" : "text"}
      inputMode={kind === "number" ? "decimal" : undefined}
      autoComplete="off"
      value={value}
      onChange={({ target }) => onValue(key, target.value)}
    />
  );
}

/** One function, so that it runs when the field appears and not at every letter. */
const focus = (element: HTMLElement | null) => element?.focus();
