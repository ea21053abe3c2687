"use client";

import { useMemo, useRef } from "react";
import type { SvgElement } from "../../lib/figure/svg";
import { ciInWords, formatCount, withUnit } from "../../lib/format";
import { studyLevel } from "../../lib/panels/scoreStudy/studyLevel";
import {
  aucFigure,
  brierFigure,
  type ChartSize,
  calibrationFigure,
  decisionFigure,
} from "../../lib/panels/scoreStudy/validation/figures";
import { fewestOfEach, type ScoreValidation } from "../../lib/panels/scoreStudy/validation/validation";
import {
  apparentInWords,
  besideInWords,
  calibrationInWords,
  decisionInWords,
  limitReasons,
  notJudgedInWords,
  validationRows,
} from "../../lib/panels/scoreStudy/validation/words";
import { setScore } from "../actions/scores";
import { SvgTree } from "../board/SvgTree";
import { useSize } from "../board/useSize";
import { CommittedNumber } from "../controls/Committed";
import { useStore } from "../store";
import styles from "./Prediction.module.css";
import type { ShownScore } from "./shownScore";

/** How well the points predict: discrimination, calibration, Brier score and what acting on the risk is worth. */
export function Prediction({ score, study }: ShownScore) {
  if (study.state !== "ready" || !study.validation) return null;
  if (study.validation.state === "blocked")
    return (
      <article className={styles.card}>
        <h2>How well it predicts</h2>
        <p className="quiet">{notJudgedInWords(study.validation)}</p>
      </article>
    );
  const shown = study.validation.validation;
  return (
    <article className={styles.card} data-testid="prediction">
      <header className={styles.head}>
        <h2>How well it predicts</h2>
        <span className="quiet">
          {formatCount(shown.patients)} patients, {formatCount(shown.events)} events; at
        </span>
        <CommittedNumber
          label="Time at which predictions are judged"
          value={shown.at}
          optional
          accepts={(at) => at > 0}
          onValue={(at) => setScore(score.id, (before) => ({ ...before, at }))}
        />
        <span className="quiet">{shown.unit}</span>
      </header>
      <div className={styles.figures}>
        <Small name="Discrimination over time" note="AUC" shown={shown} draw={aucFigure}>
          Band: {ciInWords(studyLevel)} at each time; dashed: chance. Drawn where {fewestOfEach} patients have had the
          event and {fewestOfEach} are followed on.
        </Small>
        {shown.calibration.length > 0 && (
          <Small name="Calibration" note="observed and predicted" shown={shown} draw={calibrationFigure}>
            {calibrationInWords(shown)}
          </Small>
        )}
        {shown.integrated && (
          <Small name="Brier score" note="lower is better" shown={shown} draw={brierFigure}>
            Dashed: the same risk for all.
          </Small>
        )}
        {shown.decision.length > 0 && (
          <Small name="Is it worth using?" note="decision curve" shown={shown} draw={decisionFigure}>
            {decisionInWords(shown)} Thin: treat all; dashed: treat nobody.
          </Small>
        )}
        <table className={styles.table}>
          <tbody>
            {validationRows(shown).map(({ name, value, note }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
                <td className="quiet">{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.beside.map((each) => (
        <p key={each.id}>{besideInWords(each, withUnit(shown.at, shown.unit))}</p>
      ))}
      {limitReasons(shown).map((reason) => (
        <p key={reason} className="quiet">
          {reason}
        </p>
      ))}
      <p className="quiet">{apparentInWords(score, shown)}</p>
    </article>
  );
}

function Small({
  name,
  note,
  shown,
  draw,
  children,
}: {
  name: string;
  note: string;
  shown: ScoreValidation;
  draw: (shown: ScoreValidation, size: ChartSize) => SvgElement;
  children: React.ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const width = size?.width ?? 0;
  const tree = useMemo(
    () => (width > 0 ? draw(shown, { width, height: 190, theme }) : null),
    [draw, shown, width, theme],
  );
  return (
    <figure className={styles.small}>
      <figcaption>
        <strong>{name}</strong> <span className="quiet">{note}</span>
      </figcaption>
      <div ref={place} className={styles.drawing}>
        {tree && <SvgTree node={tree} />}
      </div>
      <p className="quiet">{children}</p>
    </figure>
  );
}
