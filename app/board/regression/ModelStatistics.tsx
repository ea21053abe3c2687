"use client";

import { useState } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { ciInWords, decimals, formatCount, numberInWords, pInWords } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import { residualFigure } from "../../../lib/panels/regression/residuals/residualFigure";
import type { RegressionResult } from "../../../lib/panels/regression/result";
import { concordanceNumbers } from "../../../lib/panels/scoreStudy/report";
import { addScore } from "../../actions/scores";
import { Select } from "../../controls/Select";
import { useStore } from "../../store";
import { Line } from "../Line";
import columns from "../StatisticsColumn.module.css";
import { SvgTree } from "../SvgTree";
import styles from "./ModelStatistics.module.css";

/** What is said of the joint model, its residuals over time, and the score that follows from it. */
export function ModelStatistics({ result }: { result: RegressionResult; panel: PanelOf<"regression"> }) {
  const { joint, terms, search } = result;
  const { strata } = result.setting;
  const lacking = terms.filter(({ missing }) => missing > 0);
  return (
    <>
      {joint && (
        <dl className={columns.lines} data-testid="joint-model">
          <Line name="Patients, events" value={`${formatCount(joint.n)}, ${formatCount(joint.events)}`} />
          <Line
            name="Events per coefficient"
            value={joint.coefficients === 0 ? "–" : decimals(joint.events / joint.coefficients, 1)}
          />
          {!Number.isNaN(joint.p) && (
            <Line
              name={joint.test === "likelihood ratio" ? "Likelihood ratio" : "Robust Wald test"}
              value={pInWords(joint.p)}
            />
          )}
          {!Number.isNaN(joint.aic) && <Line name="AIC" value={decimals(joint.aic, 1)} />}
          {joint.concordance && (
            <Line
              name={`Harrell’s C (${ciInWords(joint.concordance.level)})`}
              value={concordanceNumbers(joint.concordance)}
            />
          )}
          {!Number.isNaN(joint.pProportional) && (
            <Line name="Proportional hazards, all" value={pInWords(joint.pProportional)} />
          )}
        </dl>
      )}
      {joint && strata && <p className={columns.remark}>Stratified by {strata}.</p>}
      {search && <p className={styles.search}>Exploratory. {search}</p>}
      {lacking.length > 0 && (
        <p className="quiet">
          Missing: {lacking.map(({ label, missing }) => `${label} ${formatCount(missing)}`).join(", ")}.
        </p>
      )}
      {result.residuals.length > 0 && <Residuals result={result} />}
      {result.proposal && <ScoreOffer proposal={result.proposal} level={result.level} />}
    </>
  );
}

/** One coefficient's residuals at a time. */
function Residuals({ result: { residuals, endpoint } }: { result: RegressionResult }) {
  const theme = useStore((state) => state.view.theme);
  const [chosen, setChosen] = useState(0);
  const shown = nth(residuals, Math.min(chosen, residuals.length - 1));
  return (
    <details className={styles.residuals}>
      <summary>Proportional hazards, covariate by covariate</summary>
      <Select
        label="Coefficient"
        value={Math.min(chosen, residuals.length - 1)}
        choices={residuals.map(({ label, p }, place) => ({ value: place, label: `${label}: ${pInWords(p)}` }))}
        onValue={setChosen}
      />
      <SvgTree node={residualFigure(shown, endpoint.unit, { width: 300, height: 190, theme })} />
      <p className="quiet">
        Scaled Schoenfeld residuals with their smooth; a level line speaks for proportional hazards. Dashed: the model.
      </p>
    </details>
  );
}

function ScoreOffer({ proposal, level }: { proposal: NonNullable<RegressionResult["proposal"]>; level: number }) {
  const { score, modelC, pointsC, carried, withoutPoints } = proposal;
  const rounded = (points: number) => decimals(points, 1);
  return (
    <section className={styles.offer}>
      <button type="button" onClick={() => addScore(score)}>
        Make a score from this model
      </button>
      <p className="quiet">
        Points, with the {ciInWords(level)} that the coefficients leave them:{" "}
        {carried
          .map(
            ({ label, points, lower, upper }) =>
              `${label} ${numberInWords(points)} (${rounded(lower)} to ${rounded(upper)})`,
          )
          .join(", ")}
        .{withoutPoints.length > 0 && ` Too small for a point: ${withoutPoints.join(", ")}.`} C {decimals(modelC, 3)} of
        the model, {decimals(pointsC, 3)} of the rounded points ({lossInWords(modelC - pointsC)}).
      </p>
    </section>
  );
}

function lossInWords(loss: number): string {
  if (Math.abs(loss) < 0.0005) return "nothing is lost";
  return `${loss < 0 ? "a gain" : "a loss"} of ${decimals(Math.abs(loss), 3)}`;
}
