"use client";

import type { CharacteristicChoice } from "../../../lib/board/panelForms/characteristics";
import type { CharacteristicRow, LevelsRow } from "../../../lib/panels/characteristics/result";
import { CommittedNumber, CommittedText } from "../../controls/Committed";
import { type Choice, none } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
import fields from "../../scores/FactorEditor.module.css";
import styles from "./Rows.module.css";

type Test = CharacteristicChoice["test"];

const ways: Choice<CharacteristicChoice["as"]>[] = [
  none("as its kind"),
  { value: "median", label: "median (IQR)" },
  { value: "range", label: "median (range)" },
  { value: "mean", label: "mean (SD)" },
  { value: "levels", label: "n (%)" },
];
const ofNumbers: Choice<Test>[] = [
  none("as shown"),
  { value: "ranks", label: "by ranks" },
  { value: "means", label: "by means" },
  { value: "trend", label: "for a trend" },
  { value: "none", label: "no test" },
];
const ofLevels: Choice<Test>[] = [
  none("χ² or Fisher’s"),
  { value: "chiSquare", label: "χ²" },
  { value: "fisher", label: "Fisher’s exact" },
  { value: "trend", label: "for a trend" },
  { value: "none", label: "no test" },
];

/** One row: how it is shown and compared, which levels, how many decimals, and its name. */
export function RowEditor({
  row,
  name,
  shown,
  grouped,
  onRow,
  onRemove,
}: {
  row: CharacteristicChoice;
  name: string;
  shown: CharacteristicRow | undefined;
  grouped: boolean;
  onRow: (change: Partial<CharacteristicChoice>) => void;
  onRemove: () => void;
}) {
  const levels = shown?.kind === "levels";
  return (
    <details className={styles.row}>
      <summary>
        <span>{name}</span>
        <button type="button" data-look="plain" aria-label={`Remove ${name}`} onClick={onRemove}>
          ×
        </button>
      </summary>
      <div className={`${fields.fields} ${styles.fields}`}>
        <Labeled look="above" label="Shown as">
          <Select value={row.as} choices={ways} onValue={(as) => onRow({ as })} />
        </Labeled>
        {grouped && (
          <Labeled look="above" label="Tested">
            <Select value={row.test} choices={levels ? ofLevels : ofNumbers} onValue={(test) => onRow({ test })} />
          </Labeled>
        )}
        <Labeled look="above" label="Decimals">
          <CommittedNumber
            value={row.digits}
            optional
            accepts={(digits) => Number.isInteger(digits) && digits >= 0 && digits <= 6}
            onValue={(digits) => onRow({ digits })}
          />
        </Labeled>
        <Labeled look="above" label="Name">
          <CommittedText
            value={row.label ?? ""}
            placeholder={name}
            onValue={(label) => onRow({ label: label || null })}
          />
        </Labeled>
        {shown?.kind === "levels" && <Levels row={shown} onLevels={(chosen) => onRow({ levels: chosen })} />}
      </div>
    </details>
  );
}

/** Which levels have a line; one at least. */
function Levels({ row, onLevels }: { row: LevelsRow; onLevels: (levels: string[] | null) => void }) {
  const shown = row.levels.filter((level) => level.shown).map(({ value }) => value);
  const toggle = (value: string) => {
    const next = row.levels.map((each) => each.value).filter((each) => (each === value) !== shown.includes(each));
    if (next.length > 0) onLevels(next);
  };
  return (
    <fieldset className={styles.levels}>
      <legend>Levels shown</legend>
      {row.levels.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={shown.includes(value)}
            disabled={shown.length === 1 && shown.includes(value)}
            onChange={() => toggle(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
