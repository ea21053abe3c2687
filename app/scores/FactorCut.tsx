"use client";

import type { Comparison, Factor } from "../../lib/board/score";
import { comparisonInWords } from "../../lib/cohort/scores/words";
import { CommittedNumber } from "../controls/Committed";
import { Icon } from "../controls/Icon";
import { PickerOfSeveral } from "../controls/Picker";
import { Select } from "../controls/Select";
import { changedComparison } from "./changedComparison";
import styles from "./FactorTable.module.css";
import type { ShownScore } from "./shownScore";

type Plain = Extract<Comparison["op"], "<" | "<=" | ">" | ">=" | "=" | "between" | "in" | "per unit">;

const signs: { value: Plain; label: string; title: string }[] = [
  { value: "<", label: "<", title: "below" },
  { value: "<=", label: "≤", title: "at most" },
  { value: ">", label: ">", title: "above" },
  { value: ">=", label: "≥", title: "at least" },
  { value: "=", label: "=", title: "equal to" },
  { value: "between", label: "from–to", title: "between, bounds included" },
  { value: "in", label: "is", title: "one of its values" },
  { value: "per unit", label: "per unit", title: "no cut: points per unit" },
];
const ofTexts = signs.filter(({ value }) => value === "in");

/** The cut of a factor, edited where it stands; what is more than a sign and a value opens in its form. */
export function FactorCut({
  factor,
  shown: { board, columns },
  onWhen,
  onMore,
}: {
  factor: Factor;
  shown: ShownScore;
  onWhen: (when: Comparison) => void;
  onMore: () => void;
}) {
  const { when, label, unit } = factor;
  const column = columns.find(({ name }) => name === factor.column);
  if (!column || !isPlain(when) || (factor.formula && factor.formula.column === null))
    return (
      <button type="button" className={styles.more} data-open={column === undefined} onClick={onMore}>
        <span>{column ? comparisonInWords(factor, board) : "choose a column"}</span> <Icon name="down" />
      </button>
    );
  const levels = column.levels?.map(({ value }) => value) ?? [];
  return (
    <div className={styles.cut}>
      <Select<Plain>
        className={when.op.length <= 2 ? styles.sign : undefined}
        label={`Adverse when ${label}`}
        value={when.op}
        choices={column.kind === "category" && when.op === "in" ? ofTexts : signs}
        onValue={(op) => onWhen(changedComparison(when, op))}
      />
      {"value" in when && (
        <CommittedNumber
          label={`Cut of ${label}`}
          value={when.value}
          optional
          onValue={(value) => onWhen({ ...when, value })}
        />
      )}
      {when.op === "between" && (
        <>
          <CommittedNumber
            label={`${label}, from`}
            value={when.min}
            onValue={(min) => min !== null && onWhen({ ...when, min })}
          />
          <CommittedNumber
            label={`${label}, to`}
            value={when.max}
            onValue={(max) => max !== null && onWhen({ ...when, max })}
          />
        </>
      )}
      {when.op === "in" && (
        <PickerOfSeveral<string>
          label={`Values of ${label} that count`}
          className={when.values.length === 0 ? styles.asked : undefined}
          name={when.values.length === 0 ? "choose values" : when.values.join(" or ")}
          values={when.values}
          choices={[...new Set([...levels, ...when.values])].map((value) => ({ value, label: value }))}
          onToggle={(value) =>
            onWhen({
              op: "in",
              values: when.values.includes(value)
                ? when.values.filter((each) => each !== value)
                : [...when.values, value],
            })
          }
        />
      )}
      {when.op !== "in" && unit !== "" && <span className="quiet">{unit}</span>}
    </div>
  );
}

/** A sign and a value, without a limit of the laboratory or another column. */
const isPlain = (when: Comparison): when is Comparison & { op: Plain } =>
  !("column" in when) && !("limit" in when && (when.limit !== null || when.times !== 1));
