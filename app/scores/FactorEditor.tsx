"use client";

import type { Comparison, Conversion, Factor, Formula } from "../../lib/board/score";
import { conversions } from "../../lib/cohort/scores/conversions";
import { matchFactor } from "../../lib/cohort/scores/match";
import { presetOf } from "../../lib/cohort/scores/presets";
import { withColumn } from "../../lib/cohort/scores/proposedFactor";
import { unitOfColumn } from "../../lib/cohort/scores/units";
import { setFactor } from "../actions/scores";
import { CommittedNumber, CommittedText } from "../controls/Committed";
import { idsOf, named, none, worded } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import { Select } from "../controls/Select";
import { ComparisonFields } from "./ComparisonFields";
import styles from "./FactorEditor.module.css";
import type { ShownScore } from "./shownScore";

const formulas: Record<Formula["kind"], string> = {
  correctedCalcium: "calcium corrected for albumin",
  ratio: "ratio to another column",
  monthsUntil: "calendar months to another date",
};

const conversionChoices = idsOf(conversions).map((id) => ({ value: id, label: `${id} (${conversions[id].words})` }));

/** Everything about one factor; each change counts at once. */
export function FactorEditor({
  factor,
  shown: { score, board, columns },
  onDone,
}: {
  factor: Factor;
  shown: ShownScore;
  onDone: () => void;
}) {
  const set = (change: Partial<Factor>) => setFactor(score.id, { ...factor, ...change });
  const column = columns.find(({ name }) => name === factor.column);
  const own = factor.column === null ? null : unitOfColumn(factor.column, board);
  return (
    <div className={styles.editor}>
      <Offers factor={factor} preset={score.preset} board={board} columns={columns} scoreId={score.id} />
      <div className={styles.fields}>
        <Labeled look="above" label="Name">
          <CommittedText value={factor.label} onValue={(label) => label !== "" && set({ label })} />
        </Labeled>
        <Labeled look="above" label={<>Column{own && <span className="quiet"> in {own}</span>}</>}>
          <Picker
            value={factor.column}
            choices={[none("choose…"), ...named(columns.map(({ name }) => name))]}
            onValue={(name) => setFactor(score.id, withColumn(factor, name, board))}
          />
        </Labeled>
        <ComparisonFields
          when={factor.when}
          columns={columns}
          levels={column?.levels?.map(({ value }) => value) ?? []}
          onWhen={(when: Comparison) => set({ when })}
        />
        <Labeled look="above" label="Unit of the cut">
          <CommittedText value={factor.unit} placeholder="none" onValue={(unit) => set({ unit })} />
        </Labeled>
        <ConversionField value={factor.convert} label="Convert" onValue={(convert) => set({ convert })} />
        <Labeled look="above" label="Computed">
          <Select
            value={factor.formula?.kind ?? null}
            choices={[none("the column itself"), ...worded(formulas)]}
            onValue={(kind) =>
              set({ formula: kind && { kind, column: factor.formula?.column ?? null, convert: null } })
            }
          />
        </Labeled>
        {factor.formula && (
          <SecondColumn formula={factor.formula} columns={columns} onFormula={(formula) => set({ formula })} />
        )}
        <Labeled look="above" label="Points">
          <CommittedNumber value={factor.points} onValue={(points) => points !== null && set({ points })} />
        </Labeled>
      </div>
      <button type="button" onClick={onDone}>
        Done
      </button>
    </div>
  );
}

function SecondColumn({
  formula,
  columns,
  onFormula,
}: {
  formula: Formula;
  columns: ShownScore["columns"];
  onFormula: (formula: Formula) => void;
}) {
  const asked = { correctedCalcium: "Albumin, g/dL", ratio: "Divided by", monthsUntil: "Until" }[formula.kind];
  return (
    <>
      <Labeled look="above" label={asked}>
        <Picker
          value={formula.column}
          choices={[none("choose…"), ...named(columns.map(({ name }) => name))]}
          onValue={(column) => onFormula({ ...formula, column })}
        />
      </Labeled>
      {formula.kind === "correctedCalcium" && (
        <ConversionField
          value={formula.convert}
          label="Convert albumin"
          onValue={(convert) => onFormula({ ...formula, convert })}
        />
      )}
    </>
  );
}

function ConversionField({
  value,
  label,
  onValue,
}: {
  value: Conversion | null;
  label: string;
  onValue: (convert: Conversion | null) => void;
}) {
  return (
    <Labeled look="above" label={label}>
      <Select value={value} choices={[none("nothing"), ...conversionChoices]} onValue={onValue} />
    </Labeled>
  );
}

/** What this file offers for a factor of a published score. */
function Offers({
  factor,
  preset,
  board,
  columns,
  scoreId,
}: {
  factor: Factor;
  preset: string | null;
  board: ShownScore["board"];
  columns: ShownScore["columns"];
  scoreId: string;
}) {
  const asked = presetOf(preset)?.factors.find(({ id }) => id === factor.id);
  if (!asked) return null;
  const { evidence, offers, factor: matched } = matchFactor(asked, columns, board);
  const others = offers.filter((offer) => JSON.stringify(offer.factor) !== JSON.stringify(factor));
  return (
    <div className={styles.offers}>
      {matched.column !== null && matched.column === factor.column && (
        <span className="quiet">
          “{matched.column}” was found {evidence}.
        </span>
      )}
      {matched.column === null && others.length === 0 && (
        <span className="quiet">No column of this file was found.</span>
      )}
      {others.map((offer) => (
        <button key={offer.words} type="button" onClick={() => setFactor(scoreId, offer.factor)}>
          {offer.words}
        </button>
      ))}
    </div>
  );
}
