import { underName } from "../../format";
import type { KaplanMeierResult } from "./result";

/** Curves of a panel that have numbers of their own. */
export interface Part {
  /** The small figure they stand in, "sex: f"; "" of all patients. */
  subgroup: string;
  /** Of the second endpoint of the panel. */
  second: boolean;
  result: KaplanMeierResult;
}

/** All curves of a panel: of all patients, of each small figure, and of these also those of a second endpoint. */
export const partsOf = (result: KaplanMeierResult): Part[] => [
  ...endpointsOf(result, ""),
  ...(result.multiples?.facets ?? []).flatMap(({ label, result: within }) =>
    endpointsOf(within, underName(result.multiples?.label ?? "", [label])),
  ),
];

/** Those that are drawn: where there are small figures, none is of all patients. */
export const drawnParts = (result: KaplanMeierResult): Part[] =>
  partsOf(result).filter(({ subgroup }) => result.multiples === null || subgroup !== "");

const endpointsOf = (result: KaplanMeierResult, subgroup: string): Part[] => [
  { subgroup, second: false, result },
  ...(result.second ? [{ subgroup, second: true, result: result.second }] : []),
];

/** What a part is called beside the others of its panel: "sex: f", "PFS", "sex: f, PFS"; "" where it is the only one. */
export function partName({ subgroup, result }: Part, panel: KaplanMeierResult): string {
  const endpoint = panel.second || panel.multiples?.facets.some(({ result: { second } }) => second);
  return [subgroup, endpoint ? result.endpoint.words.short : ""].filter((name) => name !== "").join(", ");
}

/** A name within a part: "sex: f, Dpen"; a group of all patients has that of its part. */
export const withinPart = (part: string, name: string, level = name): string =>
  part === "" ? name : level === "" ? part : `${part}, ${name}`;

interface Columns {
  header: string[];
  rows: (string | number)[][];
}

/**
 * Tables of the parts one below the other, with columns that say which small figure and which endpoint a line is of,
 * where there are several.
 */
export function inOneTable(
  panel: KaplanMeierResult,
  parts: readonly Part[],
  tableOf: (part: Part) => Columns,
): Columns {
  const subgroups = panel.multiples !== null;
  const seconds = parts.some(({ second }) => second);
  const tables = parts.map((part) => ({ part, table: tableOf(part) }));
  return {
    header: [
      ...(tables[0]?.table.header ?? []),
      ...(subgroups ? ["subgroup"] : []),
      ...(seconds ? ["endpoint", "unit"] : []),
    ],
    rows: tables.flatMap(({ part: { subgroup, result }, table }) =>
      table.rows.map((row) => [
        ...row,
        ...(subgroups ? [subgroup] : []),
        ...(seconds ? [result.endpoint.label, result.endpoint.unit] : []),
      ]),
    ),
  };
}
