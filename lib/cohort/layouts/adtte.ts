import type { Endpoint, TimeUnit } from "../../board/board";
import { formatCount } from "../../format";
import type { Notice } from "../../table";
import { spreadName } from "../collapse";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { endpointNamed, named, quotedNames, stemOf, unitOf } from "./columnWords";
import { codingWhere, endpointFrom, idOf, withOwnIds } from "./endpointParts";
import type { Layout } from "./layout";

/** Columns of ADTTE that belong to the parameter and not to the patient. */
const ofParameter = [
  ...[
    "AVAL",
    "CNSR",
    "AVALU",
    "AVALC",
    "PARAM",
    "PARAMN",
    "PARAMTYP",
    "PARCAT1",
    "ADT",
    "ADTM",
    "ADY",
    "STARTDT",
    "STARTDTM",
  ],
  ...[
    "STARTDY",
    "EVNTDESC",
    "CNSDTDSC",
    "SRCDOM",
    "SRCVAR",
    "SRCSEQ",
    "ASEQ",
    "ANL01FL",
    "ANL02FL",
    "TRTSDT",
    "EVNTDT",
  ],
];
const patientLevel = new Set(["TRTSDT"]);

/** CDISC: CNSR 0 is the event, every positive integer censored; anything else waits. */
const cnsrCoding = (cnsr: ColumnSummary) =>
  codingWhere(
    cnsr,
    (value) => /^0+(\.0+)?$/.test(value),
    (value) => /^\d+(\.0+)?$/.test(value),
  );

interface Parameter {
  code: string;
  /** PARAM of this code where one of the first rows shows it. */
  label: string | null;
  unit: TimeUnit | null;
}

/** The values of PARAMCD with their labels and units, as far as the file tells them apart. */
function parameters(summary: TableSummary): Parameter[] {
  const paramcd = named(summary, "PARAMCD");
  const codes = paramcd ? (paramcd.levels ?? []).map(({ value }) => value) : [null];
  return codes.map((code) => {
    const param = cellsOf(summary, "PARAM", code);
    return { code: code ?? "", label: param[0] ?? null, unit: unitAmong(summary, code, param) };
  });
}

/**
 * From AVALU or the words of PARAM: of this parameter in the first rows, or of the whole column where it says one
 * thing.
 */
function unitAmong(summary: TableSummary, code: string | null, param: string[]): TimeUnit | null {
  const written = [...cellsOf(summary, "AVALU", code), ...param].map(unitOf).filter((unit) => unit !== null);
  const [first] = written;
  if (first) return first;
  const all = ["AVALU", "PARAM"]
    .flatMap((name) => named(summary, name)?.levels ?? [])
    .map(({ value }) => unitOf(value));
  const units = new Set(all.filter((unit) => unit !== null));
  const [only, ...others] = units;
  return only && others.length === 0 ? only : null;
}

/** The different cells of a column in the first rows that are of a parameter. */
function cellsOf(summary: TableSummary, name: string, code: string | null): string[] {
  const column = summary.columns.findIndex((each) => each.name.toUpperCase() === name);
  const paramcd = summary.columns.findIndex((each) => each.name.toUpperCase() === "PARAMCD");
  if (column < 0) return [];
  const rows = summary.firstRows.filter((cells) => code === null || cells[paramcd] === code);
  return [...new Set(rows.map((cells) => cells[column] ?? ""))].filter((cell) => cell !== "");
}

function endpointOf(summary: TableSummary, { code, label, unit }: Parameter, spread: boolean): Endpoint {
  const columnName = (name: string) => {
    const found = named(summary, name)?.name ?? name;
    return spread ? spreadName(found, code) : found;
  };
  const known = endpointNamed(stemOf(code)) ?? endpointNamed(stemOf(label ?? ""));
  return endpointFrom({
    id: known?.id ?? (idOf(code) || "survival"),
    label:
      label?.replace(/(?<=^|\))([^()]*)\([^)]*\)\s*$/, (_, before) => before.trimEnd()) ||
      known?.label ||
      code ||
      "Time to event",
    time: { from: "column", column: columnName("AVAL"), unit },
    event: { column: columnName("CNSR"), coding: cnsrCoding(named(summary, "CNSR") as ColumnSummary) },
  });
}

function notes(summary: TableSummary, codes: string[]): Notice[] {
  const { levels, name } = named(summary, "CNSR") as ColumnSummary;
  const count = (test: (value: number) => boolean) =>
    (levels ?? []).filter(({ value }) => test(Number(value))).reduce((sum, each) => sum + each.count, 0);
  const events = count((value) => value === 0);
  const inverted: Notice = {
    code: "cnsr-inverted",
    count: events,
    columns: [name],
    message: `“${name}” is read as CDISC defines it: 0 is the event (${formatCount(events)} rows), every positive number is censored (${formatCount(count((value) => value > 0))}).`,
    hint: "Swap event and censored in the endpoint if this file does otherwise.",
  };
  if (codes.length < 2) return [inverted];
  const paramcd = named(summary, "PARAMCD")?.name ?? "PARAMCD";
  const long: Notice = {
    code: "long-format-paramcd",
    count: codes.length,
    columns: [paramcd],
    message: `“${paramcd}” has ${formatCount(codes.length)} values, ${codes.slice(0, 6).join(", ")}: each is an endpoint of its own, and a patient's rows are one patient.`,
    hint: "Delete the endpoints you do not need.",
  };
  return [inverted, long];
}

/** CDISC ADaM time-to-event data: one row per patient and parameter. */
export const adtte: Layout = {
  id: "adtte",
  label: "CDISC ADaM time-to-event data (ADTTE)",
  recognize: (summary) => {
    const found = ["USUBJID", "SUBJID", "PARAMCD", "PARAM", "AVAL", "CNSR"].flatMap(
      (name) => named(summary, name)?.name ?? [],
    );
    const has = (name: string) => found.some((each) => each.toUpperCase() === name);
    if (!has("AVAL") || !has("CNSR")) return null;
    return `columns ${quotedNames(found)}`;
  },
  propose: (summary) => {
    const paramcd = named(summary, "PARAMCD");
    const found = parameters(summary);
    const spread = paramcd !== undefined && found.length > 1;
    const codes = found.map(({ code }) => code).filter((code) => code !== "");
    const values = summary.columns.filter(({ name }) => {
      const upper = name.toUpperCase();
      return ofParameter.includes(upper) && !patientLevel.has(upper);
    });
    return {
      endpoints: withOwnIds(found.map((parameter) => endpointOf(summary, parameter, spread))),
      patientId: (named(summary, "USUBJID", "SUBJID") ?? null)?.name ?? null,
      ...(spread ? { pivot: { parameter: paramcd.name, values: values.map(({ name }) => name) } } : {}),
      group: named(summary, "TRT01P", "ARM", "ACTARM", "TRTP", "TRT01A", "TRTA")?.name ?? null,
      notes: notes(summary, codes),
    };
  },
};
