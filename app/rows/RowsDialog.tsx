"use client";

import { useEffect, useRef, useState } from "react";
import type { RowsAsked, RowsShown } from "../../lib/analysis/rowsBehind";
import { madeBy } from "../../lib/cohort/madeBy";
import { counted, formatCount } from "../../lib/format";
import { nth } from "../../lib/numeric/nth";
import { theClient, useAnswer } from "../analysis";
import { letterScale } from "../browser/letterScale";
import { Dialog } from "../controls/Dialog";
import { useVirtual } from "../controls/useVirtual";
import { useAttempt } from "../failure/attempt";
import { Boundary } from "../failure/Boundary";
import { FailureNote } from "../failure/FailureNote";
import { setView, useStore } from "../store";
import { withBlanksShown } from "./blanks";
import { CellButton, toNeighbor } from "./CellButton";
import styles from "./RowsDialog.module.css";

/** The rows of the file behind a number, over everything else. */
export function RowsDialog() {
  const rows = useStore((state) => state.view.rows);
  return rows && <Shown key={JSON.stringify(rows)} {...rows} />;
}

const close = () => setView({ rows: null });

function Shown({ title, asked }: { title: string; asked: RowsAsked }) {
  return (
    <Dialog label={title} title={title} className={styles.dialog} light onClose={close}>
      <Boundary what="The rows cannot be shown" of={[asked]}>
        <Rows asked={asked} />
      </Boundary>
    </Dialog>
  );
}

const firstColumns = 30;
const stretchSize = 100;

function Rows({ asked }: { asked: RowsAsked }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(firstColumns);
  const [shown, setShown] = useState<{ from: number; rows: RowsShown | null } | null>(null);
  const { failed, attempt } = useAttempt();
  const { answer } = useAnswer();
  const total = shown?.rows?.total ?? 0;
  const [rowHeight] = useState(() => 30 * letterScale());
  const { from, to } = useVirtual(box, total, rowHeight);
  const start = Math.max(0, Math.floor(from / stretchSize) * stretchSize - stretchSize);
  const end = Math.max(start + 2 * stretchSize, Math.ceil(to / stretchSize) * stretchSize);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each answer the rows may say something else
  useEffect(() => {
    let wanted = true;
    attempt("The rows cannot be shown", async () => {
      const rows = await theClient().rowsBehind(asked, { from: start, to: end, width });
      if (wanted) setShown({ from: start, rows });
    });
    return () => {
      wanted = false;
    };
  }, [asked, start, end, width, attempt, answer]);

  if (failed) return <FailureNote failed={failed} />;
  if (shown && !shown.rows)
    return <p className={styles.none}>These rows cannot be shown for the figure as it is now.</p>;
  const rows = shown?.rows?.rows.filter((_, index) => shown.from + index >= from && shown.from + index < to) ?? [];
  const first = Math.max(from, shown?.from ?? 0);
  const columns = shown?.rows?.columns ?? [];
  const ofSecond = asked.of === "rows" && asked.join !== undefined;
  const ofFile = (name: string) => !ofSecond && answer !== null && madeBy(answer.board, name) === null;
  const firstOfFile = columns.find(({ name }) => ofFile(name))?.name;
  const changed = rows.some(({ original }) => original !== null);
  return (
    <>
      <p className={styles.count}>
        {shown ? counted(total, "row") : "…"}
        {shown?.rows && shown.rows.patients !== null && `, of ${counted(shown.rows.patients, "patient")}`}
        {columns.length > width && (
          <button type="button" data-look="plain" onClick={() => setWidth(columns.length)}>
            {formatCount(width)} of {formatCount(columns.length)} columns: show all
          </button>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll the rows */}
      <section ref={box} className={styles.box} tabIndex={0} aria-label="Rows">
        <table className={styles.table} aria-rowcount={total}>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Line</th>
              {changed && <th scope="col">In the file</th>}
              {columns.slice(0, width).map(({ name, concerned }) => (
                <th key={name} scope="col" data-concerned={concerned} title={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={toNeighbor}>
            <Space height={first * rowHeight} />
            {rows.map(({ row, line, cells, original }, place) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                <td className="quiet">{line}</td>
                {changed && (
                  <td>
                    <mark>{original === "" ? "empty" : withBlanksShown(original ?? "")}</mark>
                  </td>
                )}
                {cells.map((cell, index) => (
                  <td key={nth(columns, index).name} data-concerned={nth(columns, index).concerned} title={cell}>
                    <Cell
                      row={ofFile(nth(columns, index).name) ? row : null}
                      column={nth(columns, index).name}
                      first={place === 0 && nth(columns, index).name === firstOfFile}
                      text={cell}
                    />
                  </td>
                ))}
              </tr>
            ))}
            <Space height={Math.max(0, total - first - rows.length) * rowHeight} />
          </tbody>
        </table>
      </section>
    </>
  );
}

/** A cell of the first file can be corrected; another, whose `row` is null, is read. */
function Cell({ row, column, first, text }: { row: number | null; column: string; first: boolean; text: string }) {
  const shown = text === "" ? <span className={styles.empty}>empty</span> : text;
  return row === null ? (
    shown
  ) : (
    <CellButton row={row} column={column} first={first}>
      {shown}
    </CellButton>
  );
}

/** Rows that are not drawn keep their room. */
function Space({ height }: { height: number }) {
  return height > 0 ? (
    <tr>
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  ) : null;
}
