"use client";

import { useState } from "react";
import type { Board, TimeUnit } from "../../lib/board/board";
import { writeBoard } from "../../lib/board/boardFile";
import type { ColumnSummary } from "../../lib/cohort/tableSummary";
import { countQuery, tableName } from "../../lib/warehouse/countQuery";
import { type DialectId, dialects } from "../../lib/warehouse/dialects";
import type { Answer } from "../../lib/worker/clientState";
import { saveFile } from "../browser/saveFile";
import { CommittedNumber, CommittedText } from "../controls/Committed";
import { CopyButton } from "../controls/CopyButton";
import { type Choice, idsOf, named, none } from "../controls/choices";
import { Dialog } from "../controls/Dialog";
import { Labeled } from "../controls/Labeled";
import { Select } from "../controls/Select";
import { attempt } from "../failure/attempt";
import styles from "./WarehouseDialog.module.css";

const kinds = { number: "number", date: "date", category: "text" } as const;
const typeOf = ({ name, kind }: ColumnSummary) => ({ name, type: kinds[kind] });

const grids: Choice<TimeUnit | null>[] = [none("as recorded"), ...named(["days", "weeks", "months", "years"] as const)];

const save = (board: Board) =>
  attempt("The board was not saved", async () =>
    saveFile(new Blob([writeBoard(board)], { type: "application/json" }), "counts-board.json"),
  );

/** The query that counts the patients of this board where a table of all of them lives. */
export function WarehouseDialog({ answer: { board, summary }, onClose }: { answer: Answer; onClose: () => void }) {
  const [dialect, setDialect] = useState<DialectId>("duckdb");
  const [table, setTable] = useState("schema.patients");
  const [grid, setGrid] = useState<TimeUnit | null>(null);
  const [smallest, setSmallest] = useState(1);
  const query = countQuery(board, {
    dialect,
    from: tableName(table, dialect),
    called: table,
    columns: summary.columns.map(typeOf),
    grid,
    smallest,
    bins: {},
  });
  return (
    <Dialog label="SQL for a warehouse" title="SQL for a warehouse" className={styles.dialog} onClose={onClose}>
      <div className={styles.parts}>
        <p>
          One query that counts, where the patients live, how many have each combination of what this board needs. No
          row of a patient leaves. Save its answer as CSV, and open it together with its board. (
          <code>npm run counts</code> asks DuckDB, PostgreSQL or ClickHouse itself, and writes both into one file.)
        </p>
        <div className={styles.choices}>
          <Labeled look="above" label="Dialect">
            <Select
              value={dialect}
              choices={idsOf(dialects).map((id) => ({ value: id, label: dialects[id].label }))}
              onValue={setDialect}
            />
          </Labeled>
          <Labeled look="above" label="Table">
            <CommittedText value={table} onValue={(name) => setTable(name === "" ? table : name)} />
          </Labeled>
          <Labeled look="above" label="Times">
            <Select value={grid} choices={grids} onValue={setGrid} />
          </Labeled>
          <Labeled look="above" label="Smallest cell">
            <CommittedNumber
              value={smallest}
              accepts={(count) => Number.isInteger(count) && count >= 1}
              onValue={(count) => setSmallest(count ?? 1)}
            />
          </Labeled>
        </div>
        {query.ok ? (
          <>
            <ul className="quiet">
              {query.value.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
              <li>Columns are taken to be numbers, dates and texts there as they are in this file.</li>
            </ul>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
            <pre className={styles.sql} tabIndex={0} data-testid="warehouse-sql">
              {query.value.sql}
            </pre>
            <div className={styles.buttons}>
              <CopyButton text={query.value.sql} label="Copy the query" />
              <button type="button" onClick={() => save(query.value.board)}>
                Save the board of its answer
              </button>
            </div>
          </>
        ) : (
          <p role="alert">
            {query.problem.message} {query.problem.hint}
          </p>
        )}
      </div>
    </Dialog>
  );
}
