"use client";

import { useState } from "react";
import type { Factor, Score } from "../../lib/board/score";
import { factorColumns, labelOfColumn, type ProposedFactor } from "../../lib/cohort/scores/proposedFactor";
import { coverageInWords } from "../../lib/cohort/scores/scoreTally";
import { comparisonInWords, derivationInWords } from "../../lib/cohort/scores/words";
import { ciInWords, counted, formatCount } from "../../lib/format";
import { coefficientInWords } from "../../lib/panels/coefficientInWords";
import { studyLevel } from "../../lib/panels/scoreStudy/studyLevel";
import type { Coefficient } from "../../lib/survival";
import { addFactor } from "../actions/factors";
import { removeFactor, setFactor, setScore } from "../actions/scores";
import { CommittedNumber } from "../controls/Committed";
import { worded } from "../controls/choices";
import { Icon } from "../controls/Icon";
import { Labeled } from "../controls/Labeled";
import { PickerOfSeveral } from "../controls/Picker";
import { Select } from "../controls/Select";
import { attempt } from "../failure/attempt";
import { ProblemNote } from "../problems/ProblemNote";
import { FactorCut } from "./FactorCut";
import { FactorEditor } from "./FactorEditor";
import styles from "./FactorTable.module.css";
import type { ShownScore } from "./shownScore";

/** One row per factor: its cut, points, how many have it and its hazard ratios. The cut opens to be edited. */
export function FactorTable(shown: ShownScore) {
  const { score, view, total, study } = shown;
  const [edited, setEdited] = useState<string | null>(null);
  // Which cuts were proposed here, by column, so that it is said where they come from until they are changed.
  const [proposed, setMade] = useState<Record<string, ProposedFactor>>({});
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
                title={
                  together
                    ? `One model of ${counted(together.n, "patient")}, ${counted(together.events, "event")}`
                    : undefined
                }
              >
                HR together ({ciInWords(studyLevel)})
              </th>
              <th scope="col">
                <span className="hidden">More, remove</span>
              </th>
            </tr>
          </thead>
          {score.factors.map((factor) => (
            <FactorRows
              key={factor.id}
              factor={factor}
              shown={shown}
              proposed={factor.column === null ? undefined : proposed[factor.column]}
              open={edited === factor.id}
              onToggle={() => setEdited(edited === factor.id ? null : factor.id)}
            />
          ))}
        </table>
      </div>
      {view.problem && <ProblemNote problem={view.problem} />}
      {view.open.length > 0 && <p className={styles.open}>Needs your answer: {view.open.join("; ")}.</p>}
      <footer className={styles.foot}>
        <AddFactors key={score.id} shown={shown} onMade={(name, made) => setMade({ ...proposed, [name]: made })} />
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

/** The columns that can be factors, several one after the other; each comes with the cut that is proposed. */
function AddFactors({
  shown: { score, board, columns },
  onMade,
}: {
  shown: ShownScore;
  onMade: (column: string, made: ProposedFactor) => void;
}) {
  const first = score.factors.length === 0;
  const toggle = (name: string) => {
    const of = score.factors.findLast(({ column }) => column === name);
    if (of) return removeFactor(score.id, of.id);
    attempt("The factor was not added", async () => {
      const made = await addFactor(score.id, name);
      if (made) onMade(name, made);
    });
  };
  return (
    <PickerOfSeveral<string>
      className={styles.add}
      label="Add factors"
      name={first ? "Choose the columns of your factors…" : "+ Add factors…"}
      values={score.factors.flatMap(({ column }) => column ?? [])}
      choices={factorColumns(columns, board).map(({ name }) => ({
        value: name,
        label: labelOfColumn(name, board),
        title: name,
      }))}
      onToggle={toggle}
    />
  );
}

const missingChoices: Record<Score["missing"], string> = {
  leaveOut: "leave the patient out",
  bound: "give the group where it is decided",
  absent: "count as not adverse",
};

interface RowProps {
  factor: Factor;
  /** As it was proposed, where it was in this visit. */
  proposed: ProposedFactor | undefined;
  shown: ShownScore;
  open: boolean;
  onToggle: () => void;
}

function FactorRows({ factor, proposed, shown, open, onToggle }: RowProps) {
  const { score, view, study, board } = shown;
  const counts = view.factors.find(({ id }) => id === factor.id);
  const ratios = study.factors.find(({ id }) => id === factor.id);
  const derivation = derivationInWords(factor, board);
  return (
    <tbody>
      <tr>
        <th scope="row">
          {factor.label}
          {derivation && <span className={styles.derivation}>{derivation}</span>}
        </th>
        <td>
          <FactorCut
            factor={factor}
            shown={shown}
            onWhen={(when) => setFactor(score.id, { ...factor, when })}
            onMore={onToggle}
          />
          {proposed?.from && JSON.stringify(proposed.factor.when) === JSON.stringify(factor.when) && (
            <span className={styles.derivation}>proposed: {proposed.from}</span>
          )}
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
        <td className={styles.tools}>
          <button
            type="button"
            data-look="plain"
            aria-expanded={open}
            aria-label={`Edit ${factor.label}: ${comparisonInWords(factor, board)}`}
            title="Name, unit, conversion and more"
            onClick={onToggle}
          >
            <Icon name="more" />
          </button>
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
