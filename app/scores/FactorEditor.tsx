"use client";

import type { Comparison, Conversion, Factor, Formula } from "../../lib/board/score";
import { conversions } from "../../lib/cohort/scores/conversions";
import { matchFactor } from "../../lib/cohort/scores/match";
import { presetOf } from "../../lib/cohort/scores/presets";
import { unitOfColumn } from "../../lib/cohort/scores/units";
import { setFactor } from "../actions/scores";
import { Choice } from "../controls/Choice";
import { CommittedNumber } from "../controls/CommittedNumber";
import { CommittedText } from "../controls/CommittedText";
import { ComparisonFields } from "./ComparisonFields";
import styles from "./FactorEditor.module.css";
import { Stacked } from "./Stacked";
import type { ShownScore } from "./shownScore";

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
        <Stacked label="Name">
          <CommittedText value={factor.label} onValue={(label) => label !== "" && set({ label })} />
        </Stacked>
        <Stacked label={<>Column{own && <span className="quiet"> in {own}</span>}</>}>
          <Choice
            value={factor.column ?? ""}
            choices={columns.map(({ name }) => name)}
            empty="choose…"
            onChoice={(name) => set({ column: name === "" ? null : name, convert: null })}
          />
        </Stacked>
        <ComparisonFields
          when={factor.when}
          columns={columns}
          levels={column?.levels?.map(({ value }) => value) ?? []}
          onWhen={(when: Comparison) => set({ when })}
        />
        <Stacked label="Unit of the cut">
          <CommittedText value={factor.unit} placeholder="none" onValue={(unit) => set({ unit })} />
        </Stacked>
        <ConversionField value={factor.convert} label="Convert" onValue={(convert) => set({ convert })} />
        <Stacked label="Computed">
          <select
            value={factor.formula?.kind ?? ""}
            onChange={({ target }) =>
              set({
                formula:
                  target.value === ""
                    ? null
                    : { kind: target.value as Formula["kind"], column: factor.formula?.column ?? null, convert: null },
              })
            }
          >
            <option value="">the column itself</option>
            <option value="correctedCalcium">calcium corrected for albumin</option>
            <option value="ratio">ratio to another column</option>
            <option value="monthsUntil">calendar months to another date</option>
          </select>
        </Stacked>
        {factor.formula && (
          <SecondColumn formula={factor.formula} columns={columns} onFormula={(formula) => set({ formula })} />
        )}
        <Stacked label="Points">
          <CommittedNumber value={factor.points} onValue={(points) => points !== null && set({ points })} />
        </Stacked>
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
      <Stacked label={asked}>
        <Choice
          value={formula.column ?? ""}
          choices={columns.map(({ name }) => name)}
          empty="choose…"
          onChoice={(name) => onFormula({ ...formula, column: name === "" ? null : name })}
        />
      </Stacked>
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
    <Stacked label={label}>
      <select
        value={value ?? ""}
        onChange={({ target }) => onValue(target.value === "" ? null : (target.value as Conversion))}
      >
        <option value="">nothing</option>
        {(Object.keys(conversions) as Conversion[]).map((id) => (
          <option key={id} value={id}>
            {id} ({conversions[id].words})
          </option>
        ))}
      </select>
    </Stacked>
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
