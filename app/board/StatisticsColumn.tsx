"use client";

import type { PanelView } from "../../lib/analysis/analyze";
import { shownKinds } from "../../lib/panels/shownKinds";
import type { Answer } from "../../lib/worker/clientState";
import { LedgerView } from "../data/LedgerView";
import { CopyButtons } from "../export/CopyButtons";
import { Boundary } from "../failure/Boundary";
import { ProblemNote } from "../problems/ProblemNote";
import { useStore } from "../store";
import { panelParts } from "./panelParts";
import styles from "./StatisticsColumn.module.css";

/** Why numbers read NE, NR or not estimable. */
const Reasons = ({ of }: { of: readonly string[] }) =>
  of.length === 0 ? null : (
    <ul className={styles.reasons} aria-label="Why numbers are missing" data-testid="reasons">
      {of.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );

/** What the figure says in numbers, who is in it, and how it is drawn. */
export function StatisticsColumn({ view, answer }: { view: PanelView; answer: Answer }) {
  const { panel } = view;
  const chosen =
    useStore((state) => state.board.panels.find(({ id, kind }) => id === panel.id && kind === panel.kind)) ?? panel;
  const filtered = answer.snapshot.patients.selected < answer.snapshot.patients.total;
  const { Statistics, Settings, Options, what } = panelParts[panel.kind];
  return (
    <div className={styles.column}>
      {view.state === "ready" && (
        <>
          <section>
            <h2>Statistics</h2>
            <Boundary what="The statistics cannot be shown" of={[answer, chosen]}>
              <CopyButtons shown={{ ...view, title: view.heading }} answer={answer} />
              <Statistics result={view.result} panel={chosen} />
              <Reasons of={shownKinds[view.panel.kind].reasons(view.result)} />
            </Boundary>
          </section>
          {view.result.notices.map((notice) => (
            <ProblemNote key={notice.code} problem={notice} />
          ))}
        </>
      )}
      {view.state !== "pending" && view.ledger && (
        <section>
          <h2>From file to {what}</h2>
          <LedgerView
            ledger={view.ledger}
            what={what}
            selected={filtered && view.state === "ready" ? view.result.patients : null}
          />
        </section>
      )}
      <Boundary what="The settings cannot be shown" of={[answer, chosen]}>
        {view.state !== "pending" && <Settings result={view.state === "ready" ? view.result : null} panel={chosen} />}
        {view.state === "ready" && <Options result={view.result} panel={chosen} />}
      </Boundary>
    </div>
  );
}
