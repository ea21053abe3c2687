import { nth } from "../../numeric/nth";
import type { ShownPanel } from "../../panels/result";
import { shownKinds } from "../../panels/shownKinds";
import { rNumbers, rText } from "./rText";

/** Which numbers beside a figure some values are: of lines so called, in a column of their table. */
export interface Cells {
  quantity: RegExp;
  column: string;
  /** Of which small figure and endpoint, where the panel has several; missing: of any. */
  of?: { subgroup: string; endpoint: string };
}

/** What R must find true: a few words and an expression; and where the values compared are numbers shown, which. */
export interface Check {
  says: string;
  holds: string;
  values: readonly (number | null)[];
  cells: Cells | null;
}

/** A check that R's answer is `values`, as the expression that `holds` makes of them. */
export const check = (
  says: string,
  values: readonly (number | null)[],
  holds: (values: string) => string,
  cells: Cells | null = null,
): Check => ({ says, values, holds: holds(rNumbers(values)), cells });

/** The same where R's answer is an expression. */
export const same = (says: string, answer: string, values: readonly (number | null)[], cells: Cells | null = null) =>
  check(says, values, (text) => `near(${answer}, ${text})`, cells);

/** The same where a number is given: R has robust standard errors also where they rest on too few patients to be shown. */
export const sameWhereKnown = (
  says: string,
  answer: string,
  values: readonly (number | null)[],
  cells: Cells | null = null,
) => check(says, values, (text) => `where_known(${answer}, ${text})`, cells);

/** How many numbers are shown beside a figure, how many of these R compares, and what the others are called. */
export interface Checked {
  shown: number;
  compared: number;
  others: string[];
}

interface ShownNumber {
  /** The first text of its line. */
  quantity: string;
  column: string;
  value: number;
  /** The small figure it is of; "" of all patients. */
  subgroup: string;
  /** Null where the panel has one alone. */
  endpoint: string | null;
}

/** A number counts as compared where a check of its line and column holds its very value. */
export function checkedBy(checks: readonly Check[], shown: ShownPanel): Checked {
  const numbers = numbersShown(shown);
  const others = numbers.filter((number) => !checks.some((each) => holds(each, number)));
  return {
    shown: numbers.length,
    compared: numbers.length - others.length,
    others: inWords(others),
  };
}

const holds = ({ cells, values }: Check, { quantity, column, value, ...shown }: ShownNumber) =>
  cells !== null &&
  cells.column === column &&
  cells.quantity.test(quantity) &&
  values.includes(value) &&
  (!cells.of ||
    (cells.of.subgroup === shown.subgroup && (shown.endpoint === null || cells.of.endpoint === shown.endpoint)));

/** Every number that the panel's table of numbers has. */
function numbersShown({ panel, result }: ShownPanel): ShownNumber[] {
  const { header, rows } = shownKinds[panel.kind].numbers(result);
  const [subgroups, endpoints] = [header.indexOf("subgroup"), header.indexOf("endpoint")];
  return rows.flatMap((row) => {
    const quantity = row.find((cell) => typeof cell === "string") ?? "";
    const subgroup = String(row[subgroups] ?? "");
    const endpoint = endpoints < 0 ? null : String(row[endpoints] ?? "");
    return row.flatMap((value, place) =>
      typeof value === "number" && !Number.isNaN(value)
        ? [{ quantity, column: nth(header, place), value, subgroup, endpoint }]
        : [],
    );
  });
}

const columns: Record<string, string> = {
  value: "value",
  lower: "lower limit",
  upper: "upper limit",
  df: "degrees of freedom",
  p: "P",
};

/** "difference at 12 v A (value, P)", once for all groups; the value alone by the name of the line. */
function inWords(numbers: readonly ShownNumber[]): string[] {
  const lines = new Map<string, Set<string>>();
  for (const { quantity, column, subgroup, endpoint } of numbers) {
    const name = [quantity, subgroup, endpoint ?? ""].filter((each) => each !== "").join(", ");
    lines.set(name, (lines.get(name) ?? new Set()).add(columns[column] ?? column));
  }
  return [...lines].map(([quantity, of]) =>
    of.size === 1 && of.has("value") ? quantity : `${quantity} (${[...of].join(", ")})`,
  );
}

/** The checks as the end of a block; as many numbers as they hold are then counted. */
export const closedBy = (checks: readonly Check[], compared: number): string[] => [
  "stopifnot(",
  checks.map(({ says, holds }) => `  ${rText(says)} = ${holds}`).join(",\n"),
  ")",
  `agreed <- agreed + ${compared}`,
];
