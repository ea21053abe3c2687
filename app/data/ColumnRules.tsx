"use client";

import { useState } from "react";
import type { Board, OfRows } from "../../lib/board/board";
import { proposedChoice } from "../../lib/cohort/proposeRows";
import { choiceInWords } from "../../lib/cohort/rowChoiceWords";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { setOfRows } from "../actions/mapping";
import { blank, named } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import styles from "./Joins.module.css";
import { choiceFrom, choices, RowChoiceFields, type RowDraft } from "./RowChoiceFields";

type Rule = OfRows["take"]["rule"];

const rules: Record<Rule, string> = { ...choices, count: "how many rows have a value" };

interface Draft extends RowDraft<Rule> {
  column: string;
}

const empty: Draft = { column: "", rule: "greatest", by: "", to: "" };

/** Columns of a file with several rows per patient that do not take the value of the row that stands for the patient. */
export function ColumnRules({ board, summary }: { board: Board; summary: TableSummary }) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const { ofRows } = board.edits;
  const names = [...summary.columns.map(({ name }) => name), ...(board.edits.pivot?.values ?? [])];
  const free = names.filter((name) => name !== board.patientId && !ofRows.some(({ column }) => column === name));
  const isDate = (column: string) => summary.columns.find(({ name }) => name === column)?.kind === "date";
  const set = (change: Partial<Draft>) => draft && setDraft({ ...draft, ...change });
  const take = draft && completed(draft);
  return (
    <div className={styles.rules} data-testid="column-rules">
      {ofRows.length > 0 && (
        <ul className={styles.taken} aria-label="Columns with a rule of their own">
          {ofRows.map((rule) => (
            <li key={rule.column}>
              <span>
                <strong>{rule.column}</strong>{" "}
                <span className="quiet">{choiceInWords(rule.take, isDate(rule.column))}</span>
              </span>
              <button
                type="button"
                data-look="plain"
                aria-label={`Take the rule of ${rule.column} away`}
                onClick={() => setOfRows(ofRows.filter((each) => each !== rule))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {draft === null ? (
        <button type="button" className={styles.add} onClick={() => setDraft(empty)}>
          + Another value for a column
        </button>
      ) : (
        <form
          className={styles.take}
          aria-label="A value for a column"
          onSubmit={(submit) => {
            submit.preventDefault();
            if (!take) return;
            setOfRows([...ofRows, { column: draft.column, take }]);
            setDraft(null);
          }}
        >
          <Labeled label="Column">
            <Picker
              value={draft.column}
              choices={[blank("choose"), ...named(free)]}
              onValue={(column) => set({ column, ...proposedChoice(summary, column) })}
            />
          </Labeled>
          <RowChoiceFields draft={draft} rules={rules} rows={summary} patients={summary} onDraft={set} />
          <div className={styles.tools}>
            <button type="submit" data-look="primary" disabled={!take}>
              Use it
            </button>
            <button type="button" onClick={() => setDraft(null)}>
              Cancel
            </button>
          </div>
        </form>
      )}
    </div>
  );
}

function completed({ column, rule, by, to }: Draft): OfRows["take"] | null {
  if (column === "") return null;
  return rule === "count" ? { rule } : choiceFrom({ rule, by, to });
}
