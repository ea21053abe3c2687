import type { RowChoice } from "../../lib/board/board";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { blank, named, worded } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import { Select } from "../controls/Select";

/** Which of several rows of a patient counts. */
export const choices: Record<RowChoice["rule"], string> = {
  first: "the first value",
  last: "the last value",
  greatest: "the greatest value, or latest date",
  smallest: "the smallest value, or earliest date",
  latest: "the value of the latest date",
  earliest: "the value of the earliest date",
  nearest: "the value nearest to a date",
  firstAfter: "the first value after a date",
  bestResponse: "the best response",
};

/** A choice while it is made. */
export interface RowDraft<Rule extends string> {
  rule: Rule;
  by: string;
  to: string;
}

/** The choice, null while a column is not said. */
export function choiceFrom({ rule, by, to }: RowDraft<RowChoice["rule"]>): RowChoice | null {
  switch (rule) {
    case "latest":
    case "earliest":
      return by === "" ? null : { rule, by };
    case "bestResponse":
      return { rule, by: by === "" ? null : by };
    case "nearest":
    case "firstAfter":
      return by === "" || to === "" ? null : { rule, by, to };
    default:
      return { rule };
  }
}

/** A rule with the columns it needs: a date of each row, and a date of the patient. */
export function RowChoiceFields<Rule extends string>({
  draft: { rule, by, to },
  rules,
  rows,
  patients,
  onDraft,
}: {
  draft: RowDraft<Rule>;
  rules: Record<Rule, string>;
  rows: TableSummary;
  patients: TableSummary;
  onDraft: (change: Partial<RowDraft<Rule>>) => void;
}) {
  const relative = rule === "nearest" || rule === "firstAfter";
  return (
    <>
      <Labeled label="With several rows">
        <Select
          value={rule}
          choices={worded(rules)}
          onValue={(chosen) => onDraft({ rule: chosen } as Partial<RowDraft<Rule>>)}
        />
      </Labeled>
      {(relative || rule === "latest" || rule === "earliest" || rule === "bestResponse") && (
        <Labeled label={rule === "bestResponse" ? "Up to progression by" : "Date of the row"}>
          <Picker
            value={by}
            choices={[blank(rule === "bestResponse" ? "all rows" : "choose"), ...named(ordered(rows))]}
            onValue={(chosen) => onDraft({ by: chosen } as Partial<RowDraft<Rule>>)}
          />
        </Labeled>
      )}
      {relative && (
        <Labeled label={rule === "nearest" ? "Nearest to" : "After"}>
          <Picker
            value={to}
            choices={[blank("choose"), ...named(ordered(patients))]}
            onValue={(chosen) => onDraft({ to: chosen } as Partial<RowDraft<Rule>>)}
          />
        </Labeled>
      )}
    </>
  );
}

const ordered = ({ columns }: TableSummary) =>
  columns.filter(({ kind }) => kind !== "category").map(({ name }) => name);
