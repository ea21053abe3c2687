"use client";

import type { Board } from "../../lib/board/board";
import { isGroupable } from "../../lib/cohort/groupable";
import { repeats } from "../../lib/cohort/proposeRows";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { setGroupColumn, setPatientId, setSeveralRows } from "../actions/mapping";
import { named, none, worded } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import { Select } from "../controls/Select";
import { ColumnRules } from "./ColumnRules";
import styles from "./DataPlace.module.css";
import { LongFile } from "./LongFile";
import { severalRowsWords } from "./severalRows";

/** Which rows are one patient, and what the curves are split by. */
export function PatientChoices({ board, summary }: { board: Board; summary: TableSummary }) {
  const names = summary.columns.map(({ name }) => name);
  const groupable = summary.columns.filter((column) => isGroupable(board, column)).map(({ name }) => name);
  const split = board.panels.flatMap((panel) => ("group" in panel ? [panel.group] : []));
  const groups = new Set(split.map((group) => JSON.stringify(group)));
  const first = split[0] ?? null;
  const group = groups.size === 1 && first !== null && "column" in first ? first.column : null;
  return (
    <div className={styles.choices}>
      <Labeled label="Patient id">
        <Picker
          value={board.patientId}
          choices={[none("none: every row is a patient"), ...named(names)]}
          onValue={setPatientId}
        />
      </Labeled>
      {board.patientId !== null && (
        <Labeled label="Several rows">
          <Select
            value={board.edits.severalRows}
            choices={[none("ask when they differ"), ...worded(severalRowsWords)]}
            onValue={setSeveralRows}
          />
        </Labeled>
      )}
      {hasRules(board, summary) && <ColumnRules board={board} summary={summary} />}
      {board.patientId !== null && <LongFile board={board} summary={summary} />}
      {board.panels.length > 0 && (
        <Labeled label="Group curves by">
          <Picker
            value={group}
            choices={[none(groups.size > 1 ? "each panel has its own" : "no group: all patients"), ...named(groupable)]}
            onValue={setGroupColumn}
          />
        </Labeled>
      )}
    </div>
  );
}

/** Where patients may have several rows, of which one stands for them. */
const hasRules = ({ patientId, edits }: Board, summary: TableSummary) =>
  edits.ofRows.length > 0 ||
  (patientId !== null &&
    edits.severalRows !== "intervals" &&
    edits.severalRows !== "firstEvent" &&
    repeats(
      summary,
      summary.columns.find(({ name }) => name === patientId),
    ));
