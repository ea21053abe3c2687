"use client";

import type { PanelView } from "../../lib/analysis/analyze";
import type { Panel } from "../../lib/board/board";
import type { Headline } from "../../lib/panels/headline";
import { headlineOf, shownKinds } from "../../lib/panels/shownKinds";
import type { Answer } from "../../lib/worker/clientState";
import { TabPanel, Tabs } from "../controls/Tabs";
import { LedgerView } from "../data/LedgerView";
import { CopyButtons } from "../export/CopyButtons";
import { Boundary } from "../failure/Boundary";
import { ProblemNote } from "../problems/ProblemNote";
import { setView, useStore } from "../store";
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

const sides = [
  { id: "result", label: "Result" },
  { id: "analysis", label: "Analysis" },
  { id: "figure", label: "Figure" },
] as const;

/** What the figure says in numbers and who is in it; how it is computed; how it is drawn. */
export function StatisticsColumn({ view, answer }: { view: PanelView; answer: Answer }) {
  const { panel } = view;
  const chosen =
    useStore((state) => state.board.panels.find(({ id, kind }) => id === panel.id && kind === panel.kind)) ?? panel;
  const side = useStore((state) => state.view.side);
  const { Settings, Options } = panelParts[panel.kind];
  const result = view.state === "ready" ? view.result : null;
  return (
    <div className={styles.column}>
      <Tabs label="Beside the figure" tabs={sides} value={side} onValue={(next) => setView({ side: next })} />
      <TabPanel of={side} className={styles.side}>
        {side === "result" && <Found view={view} chosen={chosen} answer={answer} />}
        <Boundary key={side} what="The settings cannot be shown" of={[answer, chosen]}>
          {/* Where there is no figure, the answer that it waits for is given in the settings. */}
          {(side === "analysis" || view.state === "blocked") && view.state !== "pending" && (
            <Settings result={result} panel={chosen} />
          )}
          {side === "figure" && result && <Options result={result} panel={chosen} />}
        </Boundary>
      </TabPanel>
    </div>
  );
}

/** The claim first, then the numbers, what to beware of, and who is in them. */
function Found({ view, chosen, answer }: { view: PanelView; chosen: Panel; answer: Answer }) {
  const { Statistics, what } = panelParts[view.panel.kind];
  const filtered = answer.snapshot.patients.selected < answer.snapshot.patients.total;
  return (
    <>
      {view.state === "ready" && (
        <>
          <Boundary what="The statistics cannot be shown" of={[answer, chosen]}>
            <section aria-label="Result">
              <Said headline={headlineOf(view)} />
              <CopyButtons shown={{ ...view, title: view.heading }} answer={answer} />
            </section>
            <section aria-label="Statistics">
              <Statistics result={view.result} panel={chosen} />
              <Reasons of={shownKinds[view.panel.kind].reasons(view.result)} />
            </section>
          </Boundary>
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
    </>
  );
}

const Said = ({ headline }: { headline: Headline | null }) =>
  headline && (
    <div className={styles.said} data-testid="headline">
      <p>{headline.claim}</p>
      <p className="quiet">{headline.evidence}</p>
    </div>
  );
