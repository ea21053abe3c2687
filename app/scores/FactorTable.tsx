"use client";

import { useState } from "react";
import type { Factor, Score } from "../../lib/board/score";
import { openQuestion } from "../../lib/cohort/scores/factor";
import { coverageInWords } from "../../lib/cohort/scores/scoreTally";
import { comparisonInWords, derivationInWords } from "../../lib/cohort/scores/words";
import { ciInWords, formatCount } from "../../lib/format";
import { coefficientInWords } from "../../lib/panels/coefficientInWords";
import { studyLevel } from "../../lib/panels/scoreStudy/studyLevel";
import type { Coefficient } from "../../lib/survival";
import { addFactor, removeFactor, setFactor, setScore } from "../actions/scores";
import { CommittedNumber } from "../controls/Committed";
import { worded } from "../controls/choices";
import { Icon } from "../controls/Icon";
import { Labeled } from "../controls/Labeled";
import { Select } from "../controls/Select";
import { ProblemNote } from "../problems/ProblemNote";
import { FactorEditor } from "./FactorEditor";
import styles from "./FactorTable.module.css";
import type { ShownScore } from "./shownScore";

/** One row per factor: its cut, points, how many have it and its hazard ratios. The cut opens to be edited. */
export function FactorTable(shown: ShownScore) {
  const { score, view, total, study } = shown;
  const [edited, setEdited] = useState<string | null>(null);
  const { together } = study;
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table} data-testid="factors">
          <thead>
            <tr>
              <th scope="col">Risk factor</th>
              <th scope="col">Adverse when</th>
              <th scope="col">Points</th>
              <th scope="col">Patients with it</th>
              <th scope="col">HR alone ({ciInWords(studyLevel)})</th>
              <th
                scope="col"
                title={together ? `One model of ${together.n} patients, ${together.events} events` : undefined}
              >
                HR together ({ciInWords(studyLevel)})
              </th>
              <th scope="col">
                <span className="hidden">Remove</span>
              </th>
            </tr>
          </thead>
          {score.factors.map((factor) => (
            <FactorRows
              key={factor.id}
              factor={factor}
              shown={shown}
              open={edited === factor.id}
              onToggle={() => setEdited(edited === factor.id ? null : factor.id)}
            />
          ))}
        </table>
      </div>
      {view.problem && <ProblemNote problem={view.problem} />}
      {view.open.length > 0 && <p className={styles.open}>Needs your answer: {view.open.join("; ")}.</p>}
      <footer className={styles.foot}>
        <button type="button" onClick={() => addFactor(score.id)}>
          + Add factor
        </button>
        <Labeled className={styles.missing} label="Missing factor">
          <Select
            value={score.missing}
            choices={worded(missingChoices)}
            onValue={(missing) => setScore(score.id, (before) => ({ ...before, missing }))}
          />
        </Labeled>
        <p className="quiet" data-testid="coverage">
          {coverageInWords(score, view, total)}
        </p>
      </footer>
      {score.rules.length > 0 && (
        <p className={styles.rules}>
          The points follow rules over these factors, not their sum.{" "}
          <button
            type="button"
            data-look="plain"
            onClick={() => setScore(score.id, (before) => ({ ...before, rules: [] }))}
          >
            Add up instead
          </button>
        </p>
      )}
    </>
  );
}

const missingChoices: Record<Score["missing"], string> = {
  leaveOut: "leave the patient out",
  bound: "give the group where it is decided",
  absent: "count as not adverse",
};

interface RowProps {
  factor: Factor;
  shown: ShownScore;
  open: boolean;
  onToggle: () => void;
}

function FactorRows({ factor, shown, open, onToggle }: RowProps) {
  const { score, view, study, board } = shown;
  const counts = view.factors.find(({ id }) => id === factor.id);
  const ratios = study.factors.find(({ id }) => id === factor.id);
  const question = openQuestion(factor);
  const derivation = derivationInWords(factor, board);
  return (
    <tbody>
      <tr>
        <th scope="row">
          {factor.label}
          {derivation && <span className={styles.derivation}>{derivation}</span>}
        </th>
        <td>
          <button
            type="button"
            className={styles.cut}
            data-open={question !== null}
            aria-expanded={open}
            title={comparisonInWords(factor, board)}
            aria-label={`Edit ${factor.label}: ${comparisonInWords(factor, board)}`}
            onClick={onToggle}
          >
            {question !== null && factor.column === null ? "choose a column" : comparisonInWords(factor, board)}{" "}
            <Icon name="down" />
          </button>
        </td>
        <td className={styles.points}>
          {score.rules.length > 0 ? (
            "rule"
          ) : (
            <CommittedNumber
              label={`Points of ${factor.label}`}
              value={factor.points}
              onValue={(points) => points !== null && setFactor(score.id, { ...factor, points })}
            />
          )}
        </td>
        <td>{counts ? tallyInWords(factor, counts) : "–"}</td>
        <td>{ratioOf(ratios?.alone)}</td>
        <td>{ratioOf(ratios?.together)}</td>
        <td>
          <button
            type="button"
            data-look="plain"
            aria-label={`Remove ${factor.label}`}
            onClick={() => removeFactor(score.id, factor.id)}
          >
            ×
          </button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={7} className={styles.editor}>
            <FactorEditor factor={factor} shown={shown} onDone={onToggle} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function tallyInWords(factor: Factor, { adverse, not, unknown }: { adverse: number; not: number; unknown: number }) {
  if (factor.when.op === "per unit") return `known in ${formatCount(adverse + not)}`;
  return `${formatCount(adverse)} of ${formatCount(adverse + not)}${unknown > 0 ? `, ${formatCount(unknown)} missing` : ""}`;
}

const ratioOf = (coefficient: Coefficient | null | undefined) => (coefficient ? coefficientInWords(coefficient) : "–");
