"use client";

import type { Board } from "../../lib/board/board";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { setPivot } from "../actions/mapping";
import { named, none } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import styles from "./LongFile.module.css";

/**
 * A file with several rows per patient, one for each endpoint or visit: which column tells them apart, and which differ
 * between them.
 */
export function LongFile({ board, summary }: { board: Board; summary: TableSummary }) {
  const { pivot } = board.edits;
  const names = summary.columns.map(({ name }) => name);
  const telling = summary.columns.flatMap(({ name, distinct }) =>
    distinct !== null && distinct >= 2 && distinct <= 100 && name !== board.patientId ? [name] : [],
  );
  return (
    <>
      <Labeled label="One row for each">
        <Picker
          value={pivot?.parameter ?? null}
          choices={[
            none("one row stands for the patient"),
            ...named([...new Set(pivot ? [pivot.parameter, ...telling] : telling)]),
          ]}
          onValue={(parameter) => setPivot(parameter === null ? null : { parameter, values: pivot?.values ?? [] })}
        />
      </Labeled>
      {pivot && (
        <fieldset className={styles.values}>
          <legend>
            Columns that belong to {pivot.parameter}: each becomes one column per value, such as “
            {pivot.values[0] ?? "AVAL"} (OS)”
          </legend>
          {[...pivot.values, ...names.filter((name) => name !== board.patientId && !isSpread(name, pivot.values))].map(
            (name) => (
              <label key={name}>
                <input
                  type="checkbox"
                  checked={pivot.values.includes(name)}
                  onChange={() => setPivot({ ...pivot, values: toggled(pivot.values, name) })}
                />
                {name}
              </label>
            ),
          )}
        </fieldset>
      )}
    </>
  );
}

const isSpread = (name: string, values: string[]) => values.some((value) => name.startsWith(`${value} (`));

const toggled = (names: string[], name: string) =>
  names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
