"use client";

import type { Board } from "../../lib/board/board";
import { isGroupable } from "../../lib/cohort/groupable";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { setGroupColumn, setPatientId, setSeveralRows } from "../actions/mapping";
import { Choice } from "../controls/Choice";
import { Field } from "../controls/Field";
import styles from "./DataPlace.module.css";
import { LongFile } from "./LongFile";

/** Which rows are one patient, and what the curves are split by. */
export function PatientChoices({ board, summary }: { board: Board; summary: TableSummary }) {
  const names = summary.columns.map(({ name }) => name);
  const groupable = summary.columns.filter((column) => isGroupable(board, column)).map(({ name }) => name);
  const split = board.panels.flatMap((panel) => ("group" in panel ? [panel.group] : []));
  const groups = new Set(split.map((group) => JSON.stringify(group)));
  const first = split[0] ?? null;
  const group = groups.size === 1 && first !== null && "column" in first ? first.column : "";
  return (
    <div className={styles.choices}>
      <Field label="Patient id">
        <Choice
          value={board.patientId ?? ""}
          choices={names}
          empty="none: every row is a patient"
          onChoice={(name) => setPatientId(name === "" ? null : name)}
        />
      </Field>
      {board.patientId !== null && (
        <Field label="Several rows">
          <select
            value={board.edits.severalRows ?? ""}
            onChange={(event) => setSeveralRows((event.target.value || null) as Board["edits"]["severalRows"])}
          >
            <option value="">ask when they differ</option>
            <option value="first">the first stands for all</option>
            <option value="last">the last stands for all</option>
            <option value="firstValue">the first value of each column</option>
          </select>
        </Field>
      )}
      {board.patientId !== null && <LongFile board={board} summary={summary} />}
      {board.panels.length > 0 && (
        <Field label="Group curves by">
          <Choice
            value={group}
            choices={groupable}
            empty={groups.size > 1 ? "each panel has its own" : "no group: all patients"}
            onChoice={(name) => setGroupColumn(name === "" ? null : name)}
          />
        </Field>
      )}
    </div>
  );
}
