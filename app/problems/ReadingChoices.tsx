import type { ReadingChoice, ReadingOptions } from "../../lib/table";
import styles from "./ReadingChoices.module.css";

/** Ways in which a file can be read; where a choice cuts its lines otherwise, the first records as it does. */
export function ReadingChoices({
  choices,
  onChoice,
}: {
  choices: readonly ReadingChoice[];
  onChoice: (options: ReadingOptions) => void;
}) {
  return (
    <div className={styles.choices}>
      {choices.map(({ label, options, preview }) => (
        <div key={label} className={styles.choice}>
          {preview && <Preview records={preview} label={label} />}
          <button type="button" onClick={() => onChoice(options)}>
            {label}
          </button>
        </div>
      ))}
    </div>
  );
}

function Preview({ records, label }: { records: string[][]; label: string }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.preview} aria-label={`First lines with ${label}`}>
        <tbody>
          {records.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what identifies a record
            <tr key={row}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is what identifies a cell
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
