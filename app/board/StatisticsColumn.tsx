"use client";

import type { Panel } from "../../lib/board/board";
import { formatCount, formatMedian } from "../../lib/format";
import { groupColors } from "../../lib/panels/kaplanMeier/groupLooks";
import type { KaplanMeierResult } from "../../lib/panels/kaplanMeier/result";
import type { Answer } from "../../lib/worker/client";
import { LedgerView } from "../data/LedgerView";
import { ProblemNote } from "../ProblemNote";
import { useStore } from "../store";
import type { FocusedPanel } from "./BoardPlace";
import { Comparison } from "./Comparison";
import { FigureControls } from "./FigureControls";
import styles from "./StatisticsColumn.module.css";

/** What the figure says in numbers, who is in it, and how it is drawn. */
export function StatisticsColumn({ view: { panel, shown }, answer }: { view: FocusedPanel; answer: Answer }) {
  const chosen = useStore((state) => state.board.panels.find(({ id }) => id === panel.id)) ?? panel;
  const filtered = answer.snapshot.patients.selected < answer.snapshot.patients.total;
  return (
    <div className={styles.column}>
      {shown.state === "ready" && (
        <>
          <section>
            <h2>Statistics</h2>
            <GroupTable result={shown.result} options={panel.figure} />
            <Comparison result={shown.result} panel={chosen} />
          </section>
          {shown.result.notices.map((notice) => (
            <ProblemNote key={notice.code} problem={notice} />
          ))}
        </>
      )}
      {shown.state !== "pending" && shown.ledger && (
        <section>
          <h2>From file to curve</h2>
          <LedgerView
            ledger={shown.ledger}
            selected={filtered && shown.state === "ready" ? shown.result.patients : null}
          />
        </section>
      )}
      {shown.state === "ready" && <FigureControls panel={chosen} />}
    </div>
  );
}

function GroupTable({ result, options }: { result: KaplanMeierResult; options: Panel["figure"] }) {
  const theme = useStore((state) => state.view.theme);
  const colors = groupColors(result, theme, options);
  const unit = result.endpoint.unit;
  return (
    <table className={styles.groups} data-testid="groups">
      <caption className="hidden">
        Patients, events and median {result.endpoint.label} in {unit}, by group
      </caption>
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col">n</th>
          <th scope="col">Events</th>
          <th scope="col">Median, {unit} (95% CI)</th>
        </tr>
      </thead>
      <tbody>
        {result.groups.map(({ level, label, curve, median }, index) => (
          <tr key={level}>
            <th scope="row">
              <svg width="12" height="5" aria-hidden="true">
                <rect width="12" height="5" rx="2" fill={colors[index]} />
              </svg>
              <span title={label}>{label}</span>
            </th>
            <td>{formatCount(curve.n)}</td>
            <td>{formatCount(curve.events)}</td>
            <td>{formatMedian(median)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
