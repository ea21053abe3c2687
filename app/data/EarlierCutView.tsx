"use client";

import type { Board } from "../../lib/board/board";
import { ciInWords, formatCount, formatMedian } from "../../lib/format";
import { type CutLine, compareCuts } from "../../lib/panels/compareCuts";
import { whyMedian } from "../../lib/panels/whyUnknown";
import type { Answer } from "../../lib/worker/clientState";
import { ProblemNote, Rows } from "../problems/ProblemNote";
import { useStore } from "../store";
import styles from "./EarlierCutView.module.css";

/** Old and new numbers of two data cuts, and what became of the patients of the earlier one. */
export function EarlierCutView({ answer }: { answer: Answer }) {
  const earlier = useStore((state) => state.earlierCut);
  if (!earlier) return null;
  const lines = compareCuts(earlier.snapshot.panels, answer.snapshot.panels);
  const levels = [...new Set(lines.flatMap(({ after: now }) => (now?.median ? [now.confidence] : [])))];
  const { before, after } = { before: earlier.snapshot.patients.total, after: answer.snapshot.patients.total };
  return (
    <div className={styles.cut} data-testid="earlier-cut">
      <p className="quiet">
        {earlier.file}: {formatCount(before)} patients · now {formatCount(after)} patients
      </p>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">Panel</th>
              <th scope="col">Group</th>
              <th scope="col">Patients</th>
              <th scope="col">Events</th>
              <th scope="col">Median ({levels.length === 1 ? ciInWords(levels[0] ?? Number.NaN) : "CI"})</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ panel, title, level, label, before: old, after: now }) => (
              <tr key={`${panel} ${level}`}>
                <th scope="row">
                  {title}
                  {levels.length > 1 && now?.median && ` (${ciInWords(now.confidence)})`}
                </th>
                <td>{label}</td>
                <Change
                  before={old && formatCount(old.n)}
                  now={now && formatCount(now.n)}
                  fell={fell(old?.n, now?.n)}
                />
                <Change
                  before={old && formatCount(old.events)}
                  now={now && formatCount(now.events)}
                  fell={fell(old?.events, now?.events)}
                />
                <Change before={medianOf(old)} now={medianOf(now)} fell={false} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {reasonsOf(lines).map((reason) => (
        <p key={reason} className="quiet">
          {reason}
        </p>
      ))}
      {readAlike(earlier.board, answer.board) ? null : (
        <ProblemNote
          problem={{
            code: "cut-settings-changed",
            message: "The settings have changed since this cut was opened: before and now may be read differently.",
            hint: "Undo the changes, or open both files again, to compare like with like.",
          }}
        />
      )}
      {earlier.changes ? (
        <Changes changes={earlier.changes} />
      ) : (
        <p className="quiet">Set a patient id to see what became of each patient.</p>
      )}
    </div>
  );
}

/** Whether both boards read patients, endpoints, scores and filters in the same way. */
function readAlike(a: Board, b: Board): boolean {
  const parts = ({ patientId, endpoints, edits, joins, columns, scores, filters, panels }: Board) =>
    JSON.stringify([patientId, endpoints, edits, joins, columns, scores, filters, panels.map(({ id }) => id)]);
  return parts(a) === parts(b);
}

const reasonsOf = (lines: CutLine[]) => [
  ...new Set(
    lines.flatMap(({ before, after }) =>
      [before, after].flatMap((each) => (each?.median ? whyMedian(each.median) : [])),
    ),
  ),
];

const medianOf = (numbers: CutLine["before"]) => numbers && (numbers.median ? formatMedian(numbers.median) : "–");

const fell = (before: number | undefined, now: number | undefined) => before !== undefined && (now ?? 0) < before;

/** "3 → 2", marked where a count went down, which a later cut should not do. */
function Change({ before, now, fell }: { before: string | null; now: string | null; fell: boolean }) {
  return (
    <td data-fell={fell}>
      <span className="quiet">{before ?? "none"} →</span> {now ?? "none"}
    </td>
  );
}

function Changes({
  changes,
}: {
  changes: NonNullable<NonNullable<ReturnType<typeof useStore.getState>["earlierCut"]>["changes"]>;
}) {
  const { gone, added, endpoints } = changes;
  return (
    <>
      <p>
        {formatCount(added)} {added === 1 ? "patient is" : "patients are"} new.
      </p>
      {gone.length > 0 && (
        <ProblemNote
          problem={{
            code: "cut-gone",
            message: `${formatCount(gone.length)} ${gone.length === 1 ? "patient" : "patients"} of the earlier cut ${gone.length === 1 ? "is" : "are"} not in this file: ${gone.slice(0, 10).join(", ")}${gone.length > 10 ? ", …" : ""}.`,
            hint: "Check whether they were taken out on purpose.",
          }}
        />
      )}
      {endpoints.map(({ id, label, shorter, undone, events }) => (
        <div key={id}>
          <p>
            {label}: {formatCount(events.length)} new {events.length === 1 ? "event" : "events"}
            {events.length > 0 && <Rows rows={events} title={`${label}: new events`} />}
          </p>
          {undone.length > 0 && (
            <ProblemNote
              problem={{
                code: "cut-undone",
                message: `${label}: ${formatCount(undone.length)} had the event before and not in this cut.`,
                hint: "An event does not come undone: check these rows.",
                rows: undone,
              }}
            />
          )}
          {shorter.length > 0 && (
            <ProblemNote
              problem={{
                code: "cut-shorter",
                message: `${label}: the time became shorter for ${formatCount(shorter.length)}.`,
                hint: "Follow-up only grows unless dates were corrected: check these rows.",
                rows: shorter,
              }}
            />
          )}
        </div>
      ))}
    </>
  );
}
