"use client";

import type { Comparison } from "../../lib/board/score";
import { CommittedNumber } from "../controls/Committed";
import { named, none, worded } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import { Select } from "../controls/Select";
import { changedComparison } from "./changedComparison";
import styles from "./FactorEditor.module.css";
import type { ShownScore } from "./shownScore";

const words: Record<Comparison["op"], string> = {
  "<": "below (<)",
  "<=": "at most (≤)",
  ">": "above (>)",
  ">=": "at least (≥)",
  "=": "equal to (=)",
  between: "between, bounds included",
  in: "one of its values",
  "< column": "below another column",
  "<= column": "at most another column",
  "> column": "above another column",
  ">= column": "at least another column",
  "per unit": "per unit, no cut",
};

/** How a factor is compared, with what. */
export function ComparisonFields({
  when,
  columns,
  levels,
  onWhen,
}: {
  when: Comparison;
  columns: ShownScore["columns"];
  levels: string[];
  onWhen: (when: Comparison) => void;
}) {
  return (
    <>
      <Labeled look="above" label="Adverse when">
        <Select value={when.op} choices={worded(words)} onValue={(op) => onWhen(changedComparison(when, op))} />
      </Labeled>
      <Operands when={when} columns={columns} levels={levels} onWhen={onWhen} />
    </>
  );
}

function Operands({ when, columns, levels, onWhen }: Parameters<typeof ComparisonFields>[0]) {
  switch (when.op) {
    case "per unit":
      return null;
    case "between":
      return (
        <>
          <Labeled look="above" label="From">
            <CommittedNumber value={when.min} onValue={(min) => min !== null && onWhen({ ...when, min })} />
          </Labeled>
          <Labeled look="above" label="To">
            <CommittedNumber value={when.max} onValue={(max) => max !== null && onWhen({ ...when, max })} />
          </Labeled>
        </>
      );
    case "in":
      return <Values values={when.values} levels={levels} onValues={(values) => onWhen({ op: "in", values })} />;
    case "< column":
    case "<= column":
    case "> column":
    case ">= column":
      return (
        <>
          <Labeled look="above" label={when.limit ?? "Other column"}>
            <Picker
              value={when.column}
              choices={named(columns.filter(({ kind }) => kind === "number").map(({ name }) => name))}
              onValue={(column) => onWhen({ ...when, column })}
            />
          </Labeled>
          <Times times={when.times} onTimes={(times) => onWhen({ ...when, times })} />
        </>
      );
    default:
      return (
        <>
          <Labeled look="above" label={when.limit ? `${when.limit} of the laboratory` : "Cut"}>
            <CommittedNumber value={when.value} optional onValue={(value) => onWhen({ ...when, value })} />
          </Labeled>
          {(when.limit !== null || when.times !== 1) && (
            <Times times={when.times} onTimes={(times) => onWhen({ ...when, times })} />
          )}
          <Labeled look="above" label="The cut is">
            <Select
              value={when.limit}
              choices={[
                none("a number"),
                { value: "ULN", label: "an upper limit of normal" },
                { value: "LLN", label: "a lower limit of normal" },
              ]}
              onValue={(limit) => onWhen({ ...when, limit })}
            />
          </Labeled>
        </>
      );
  }
}

function Times({ times, onTimes }: { times: number; onTimes: (times: number) => void }) {
  return (
    <Labeled look="above" label="Times">
      <CommittedNumber value={times} onValue={(value) => value !== null && onTimes(value)} />
    </Labeled>
  );
}

/** The values as written, of which any counts; those chosen that this file lacks stay. */
function Values({
  values,
  levels,
  onValues,
}: {
  values: string[];
  levels: string[];
  onValues: (values: string[]) => void;
}) {
  const all = [...new Set([...levels, ...values])];
  return (
    <fieldset className={styles.values}>
      <legend>Values that count</legend>
      {all.map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={({ target }) =>
              onValues(target.checked ? [...values, value] : values.filter((each) => each !== value))
            }
          />
          {value}
        </label>
      ))}
      {all.length === 0 && <span>Choose a column first.</span>}
    </fieldset>
  );
}
