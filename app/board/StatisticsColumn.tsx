"use client";

import type { Answer } from "../../lib/worker/client";
import { LedgerView } from "../data/LedgerView";
import { CopyButtons } from "../export/CopyButtons";
import { Boundary } from "../failure/Boundary";
import { ProblemNote } from "../ProblemNote";
import { useStore } from "../store";
import type { FocusedPanel } from "./BoardPlace";
import { panelParts } from "./panelParts";
import styles from "./StatisticsColumn.module.css";

/** What the figure says in numbers, who is in it, and how it is drawn. */
export function StatisticsColumn({ view: { panel, shown }, answer }: { view: FocusedPanel; answer: Answer }) {
  const chosen = useStore((state) => state.board.panels.find(({ id }) => id === panel.id)) ?? panel;
  const filtered = answer.snapshot.patients.selected < answer.snapshot.patients.total;
  const { Statistics, Settings, Options } = panelParts[panel.kind];
  return (
    <div className={styles.column}>
      {shown.state === "ready" && (
        <>
          <section>
            <h2>Statistics</h2>
            <Boundary what="The statistics cannot be shown" of={[answer, chosen]}>
              <CopyButtons shown={{ ...shown, panel, title: shown.heading }} answer={answer} />
              <Statistics result={shown.result} panel={chosen} />
            </Boundary>
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
      <Boundary what="The settings cannot be shown" of={[answer, chosen]}>
        {shown.state !== "pending" && (
          <Settings result={shown.state === "ready" ? shown.result : null} panel={chosen} />
        )}
        {shown.state === "ready" && <Options result={shown.result} panel={chosen} />}
      </Boundary>
    </div>
  );
}
