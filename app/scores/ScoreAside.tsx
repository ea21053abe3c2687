"use client";

import { useMemo, useRef } from "react";
import { defaultFigureOptions } from "../../lib/board/figureOptions";
import { definitionOf } from "../../lib/cohort/scores/words";
import { counted, decimals, pInWords } from "../../lib/format";
import { kaplanMeierFigure } from "../../lib/panels/kaplanMeier/figure";
import type { KaplanMeierResult } from "../../lib/panels/kaplanMeier/result";
import { judgingEndpoint } from "../../lib/panels/scoreStudy/judgingEndpoint";
import { reportTable, reportText, studyMethodsText } from "../../lib/panels/scoreStudy/report";
import { setScore } from "../actions/scores";
import { SvgTree } from "../board/SvgTree";
import { useSize } from "../board/useSize";
import { CopyButton } from "../controls/CopyButton";
import { labeled } from "../controls/choices";
import { Select } from "../controls/Select";
import { ProblemNote } from "../problems/ProblemNote";
import { useStore } from "../store";
import styles from "./ScoreAside.module.css";
import type { ShownScore } from "./shownScore";

/** The curves by the score, what to beware of, and the sentence to cite. */
export function ScoreAside(shown: ShownScore) {
  const { score, study, board } = shown;
  const definition = definitionOf(score);
  return (
    <div className={styles.aside}>
      <header className={styles.head}>
        <h2>{judgingEndpoint(board, score)?.label ?? "Curves"} by this score</h2>
        {board.endpoints.length > 1 && (
          <Select
            label="Endpoint the score is judged by"
            value={judgingEndpoint(board, score)?.id ?? null}
            choices={labeled(board.endpoints)}
            onValue={(endpoint) => setScore(score.id, (before) => ({ ...before, endpoint }))}
          />
        )}
      </header>
      {study.state === "blocked" ? (
        <ProblemNote problem={study.problem} />
      ) : (
        <>
          <Curves result={study.curves} />
          <p className="quiet">
            {study.curves.test?.kind === "tested" && `Log-rank ${pInWords(study.curves.test.p)}. `}
            {study.curves.comparisons?.trend?.kind === "tested" &&
              `Trend ${pInWords(study.curves.comparisons.trend.p)}. `}
            {eventsPerFactor(shown)}All patients with a group; filters do not count here.
          </p>
          {study.curves.warnings.map(({ id, message, hint }) => (
            <ProblemNote key={id} problem={{ code: id, message, hint }} />
          ))}
          {[...study.notices, ...study.curves.notices].map((notice) => (
            <ProblemNote key={notice.code} problem={notice} />
          ))}
        </>
      )}
      <section>
        <header className={styles.head}>
          <h2>Definition, to cite</h2>
          <CopyButton text={definition} label="Copy" />
        </header>
        <p className={styles.definition}>{definition}</p>
      </section>
      {study.state === "ready" && (
        <section>
          <header className={styles.head}>
            <h2>Methods</h2>
            <CopyButton text={() => studyMethodsText(shown)} label="Copy" />
          </header>
          <p className={styles.definition}>{studyMethodsText(shown)}</p>
        </section>
      )}
      <section>
        <h2>Published beside observed, to paste</h2>
        <div className={styles.copies}>
          <CopyButton text={() => reportText(shown)} label="Copy text" />
          <CopyButton
            text={() =>
              reportTable(shown)
                .map((row) => row.join("\t"))
                .join("\n")
            }
            label="Copy table"
          />
        </div>
      </section>
    </div>
  );
}

function eventsPerFactor({ score, study }: ShownScore): string {
  const { factors, together } = study;
  if (!together || factors.length === 0) return "";
  const per = decimals(together.events / factors.length, 1);
  const fitted = score.preset && !score.fitted ? " The score was not fitted here." : "";
  return `${counted(factors.length, "factor")} on ${counted(together.events, "event")}: ${per} per factor.${fitted} `;
}

const options = { ...defaultFigureOptions, table: ["atRisk" as const], labels: "legend" as const };

function Curves({ result }: { result: KaplanMeierResult }) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const figure = useMemo(
    () =>
      size &&
      kaplanMeierFigure(result, options, {
        width: size.width,
        height: 27.5 * size.text,
        theme,
        text: (11 * size.text) / 12,
      }),
    [result, size, theme],
  );
  return (
    <div ref={place} className={styles.figure} data-testid="score-curves">
      {figure && <SvgTree node={figure.tree} />}
    </div>
  );
}
