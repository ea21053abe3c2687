import { madeBy } from "../../lib/cohort/madeBy";
import type { Finding, Remedy } from "../../lib/cohort/plausibility";
import { counted, formatCount, rowsInWords } from "../../lib/format";
import { problem } from "../../lib/result";
import type { Notice } from "../../lib/table";
import { applyRemedy, correctCells } from "../actions/columns";
import { theClient } from "../analysis";
import { attempt } from "../failure/attempt";
import { showRows } from "../rows/showRows";
import { setView, useStore } from "../store";
import place from "./DataPlace.module.css";
import styles from "./Noticed.module.css";

/** What the ledger of changed cells or a finding tells with its rows is not told twice. */
const toldElsewhere = new Set([
  "label-variants",
  "blanks-trimmed",
  "missing-tokens",
  "decimal-comma",
  "thousands-separators",
  "percent-values",
]);

type Said = Notice & { remedies?: Remedy[] };

/**
 * What can be mended with a click, what looks wrong, and what was noticed while reading: one line each, what to do in
 * view. Nothing here blocks.
 */
export function Noticed({
  findings,
  notices,
  questions,
}: {
  findings: Finding[];
  notices: Notice[];
  /** Cells that are asked about are not told of as well. */
  questions: Notice[];
}) {
  const asked = new Set(questions.map(({ columns, count }) => JSON.stringify([columns, count])));
  const mendable = findings.filter(({ remedies }) => remedies.length > 0);
  const wrong = findings.filter(({ remedies }) => remedies.length === 0);
  const read = notices.filter(
    ({ code, columns, count }) => !toldElsewhere.has(code) && !asked.has(JSON.stringify([columns, count])),
  );
  if (mendable.length + wrong.length + read.length === 0) return null;
  return (
    <div className={styles.lists} data-testid="noticed">
      <List title={`${formatCount(mendable.length)} can be mended here`} said={mendable} />
      <List title={`${formatCount(wrong.length)} to look at`} said={wrong} />
      <List title="Noticed while reading" said={read} />
    </div>
  );
}

const shown = 6;

function List({ title, said }: { title: string; said: Said[] }) {
  if (said.length === 0) return null;
  const lines = said.map((notice) => <Line key={notice.code + notice.message} notice={notice} />);
  return (
    <section className={place.card}>
      <h2>{title}</h2>
      <ul>{lines.slice(0, shown)}</ul>
      {lines.length > shown && (
        <details className={styles.more}>
          <summary>{formatCount(lines.length - shown)} more</summary>
          <ul>{lines.slice(shown)}</ul>
        </details>
      )}
    </section>
  );
}

function Line({ notice }: { notice: Said }) {
  const { code, message, hint, rows = [], columns = [], remedies = [], count } = notice;
  const board = useStore((state) => state.board);
  const ofCells = isOfCells(notice) && columns.every((name) => madeBy(board, name) === null);
  return (
    <li className={styles.line} data-code={code}>
      <details>
        <summary>{message}</summary>
        <p className="quiet">{hint}</p>
      </details>
      <div className={styles.actions}>
        {remedies.map((remedy) => (
          <button key={remedy.label} type="button" onClick={() => applyRemedy(remedy)}>
            {remedy.label}
          </button>
        ))}
        {ofCells && columns.length === 1 && (
          <button
            type="button"
            title={`${counted(rows.length, "cell")} of “${columns[0]}” count as missing`}
            onClick={() => attempt("The cells were not left out", () => leaveOut(rows, columns[0] ?? ""))}
          >
            leave out
          </button>
        )}
        {ofCells && (
          <button type="button" onClick={() => correct(message, rows, columns)}>
            correct…
          </button>
        )}
        {columns.length === 1 && rows.length === 0 && (
          <button type="button" data-look="plain" onClick={() => setView({ column: columns[0] })}>
            Open the column
          </button>
        )}
        {rows.length > 0 && (
          <button type="button" data-look="plain" onClick={() => showRows(message, { of: "rows", rows, columns })}>
            {rowsInWords(rows, Math.max(count, rows.length))}
          </button>
        )}
      </div>
    </li>
  );
}

/** Cells that look wrong and that nothing else mends, so few that each can be looked at. */
const isOfCells = ({ rows = [], columns = [], remedies, count }: Said) =>
  remedies?.length === 0 && columns.length > 0 && rows.length > 0 && rows.length <= 50 && count === rows.length;

/** One cell is corrected at once; of several the rows are shown, each cell a click away. */
function correct(title: string, rows: number[], columns: string[]): void {
  const [row] = rows;
  const [column] = columns;
  if (rows.length === 1 && columns.length === 1 && row !== undefined && column !== undefined)
    setView({ cell: { row, column } });
  else showRows(title, { of: "rows", rows, columns });
}

async function leaveOut(rows: number[], column: string): Promise<void> {
  const { edits } = useStore.getState().board;
  const cells = await Promise.all(rows.map((row) => theClient().cell(row, column)));
  // Another file, or other corrections, came meanwhile.
  if (useStore.getState().board.edits !== edits) return;
  const found = cells.filter((cell) => cell !== null);
  const [counts] = found.flatMap(({ blankCounts }) => blankCounts);
  if (counts === undefined) return correctCells(found, "");
  const message = `Nothing was left out: a blank cell of “${column}” says what happened in ${counts}.`;
  setView({
    message: problem("blank-counts", message, "Correct the cells, or leave the value out where the event is read."),
  });
}
