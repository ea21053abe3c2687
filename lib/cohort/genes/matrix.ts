import { counted, listed } from "../../format";
import { type Column, cellText, type Table } from "../../table";
import { findColumn } from "../columns";
import type { Link } from "../link";
import { ownersOf } from "./long";
import { type GeneSource, gatherer, type Remark } from "./source";
import { geneOfHeader, isDate, symbolKey } from "./symbols";
import { ANY, bitOf, bitsOfCopyNumber, bitsOfWord, NOT_TESTED, TESTED } from "./words";

type Read = Pick<GeneSource, "names" | "place" | "start" | "rows" | "bits" | "remarks" | "unused">;

const annotation = /^(entrez_?gene_?id|cytoband|locus[\s_]?id|gene[\s_]?id|hugo_?symbol|gene(_?symbol)?)$/i;

/** The columns of a file of genes × samples that are samples. */
export const sampleColumns = ({ columns }: Table, gene: string): Column[] =>
  columns.filter(({ name }) => name !== gene && !annotation.test(name));

/** What the ids of the samples of such a file are called where they are asked for as a column. */
export const sampleName = "sample";

/** The samples of such a file as a table of their ids, so that they find their patients as rows of other files do. */
export const sampleTable = (table: Table, gene: string): Table => {
  const levels = sampleColumns(table, gene).map(({ name }) => name);
  const codes = Int32Array.from(levels, (_, place) => place);
  return {
    ...table,
    rows: levels.length,
    columns: [{ kind: "category", name: sampleName, written: { codes, levels } }],
    unparsed: new Map(),
  };
};

/** A file of genes × samples: copy numbers −2 to 2, or words; `rows` of the link are places of its samples. */
export function readMatrix({ table, rows: own }: Link, gene: string): Read {
  const names = findColumn(table, gene);
  const samples = sampleColumns(table, gene);
  const cells = samples.map((column) => bitsOfColumn(table, column, "copyNumber"));
  const patients = ownersOf(own, samples.length);
  const found = gatherer();
  const [dates, repeated]: [number[], number[]] = [[], []];
  const scratch = new Uint16Array(own.length);
  for (let row = 0; row < table.rows; row++) {
    const text = names ? cellText(names, row).trim() : "";
    if (text === "" || isDate(text)) {
      dates.push(row + 1);
      continue;
    }
    const before = found.size();
    const place = found.gene(symbolKey(text), text);
    if (found.size() === before) repeated.push(row + 1);
    scratch.fill(0);
    for (const [sample, patient] of patients.entries())
      if (patient >= 0) scratch[patient] = (scratch[patient] ?? 0) | (cells[sample]?.bits[row] ?? 0);
    scratch.forEach((bits, patient) => {
      if ((bits & ANY) !== 0) found.add(place, patient, bits & ~NOT_TESTED);
      else if (bits === NOT_TESTED) found.add(place, patient, bits);
    });
  }
  const unread = unreadOf(samples.map(({ name }, place) => ({ name, unread: cells[place]?.unread ?? [] })));
  return {
    ...found.done(),
    unused: [],
    remarks: [
      ...(dates.length === 0
        ? []
        : [
            {
              code: "date" as const,
              count: dates.length,
              message: `${counted(dates.length, "row")} ${dates.length === 1 ? "has" : "have"} a date, a number or nothing in place of a gene.`,
              hint: "They are left out. Correct the symbols in the file.",
              rows: dates.slice(0, 1000),
              leftOut: true,
            },
          ]),
      ...(repeated.length === 0
        ? []
        : [
            {
              code: "duplicates" as const,
              count: repeated.length,
              message: `${counted(repeated.length, "row")} ${repeated.length === 1 ? "is" : "are"} of a gene that has a row already.`,
              hint: "Both are read as one gene.",
              rows: repeated.slice(0, 1000),
              leftOut: false,
            },
          ]),
      ...unread,
    ],
  };
}

/** Columns as genes: of the cohort, where `own` has its rows, or of a second file with a row for each sample. */
export function readWide(table: Table, own: readonly number[][], columns: readonly string[]): Read {
  const found = gatherer();
  const read = columns.flatMap((name) => {
    const column = findColumn(table, name);
    return column ? [{ name, ...bitsOfColumn(table, column, "oneMeansAltered") }] : [];
  });
  for (const { name, bits } of read) {
    const gene = geneOfHeader(name) ?? name;
    const place = found.gene(symbolKey(gene), gene);
    for (const [patient, rows] of own.entries()) {
      if (rows.length === 0) continue;
      const all = rows.reduce((sum, row) => sum | (bits[row] ?? 0), 0);
      found.add(place, patient, (all & TESTED) !== 0 ? all & ~NOT_TESTED : NOT_TESTED);
    }
  }
  return { ...found.done(), unused: [], remarks: unreadOf(read) };
}

function unreadOf(columns: readonly { name: string; unread: readonly Unread[] }[]): Remark[] {
  const cells = columns.flatMap(({ name, unread }) => unread.map((each) => ({ name, ...each })));
  if (cells.length === 0) return [];
  const words = [...new Set(cells.map(({ name, text }) => `“${text}” in ${name}`))];
  return [
    {
      code: "unread",
      count: cells.length,
      message: `${counted(cells.length, "cell")} ${cells.length === 1 ? "says" : "say"} neither altered nor wild type: ${listed(words.slice(0, 3))}${words.length > 3 ? " and others" : ""}.`,
      hint: "They are counted as not tested. Write “mutated”, “wild type” or a change such as p.R248Q.",
      rows: [...new Set(cells.map(({ row }) => row + 1))].slice(0, 1000),
      leftOut: true,
    },
  ];
}

interface Unread {
  row: number;
  text: string;
}

interface ReadColumn {
  bits: Uint16Array;
  unread: Unread[];
}

/** A column is read once. */
const known = new WeakMap<Column, Map<string, ReadColumn>>();

/**
 * What each cell of a column says. A 1 means altered, or a copy gained; numbers below 0 or above 1 say that it is copy
 * numbers. Blank is not tested.
 */
export function bitsOfColumn(table: Table, column: Column, ones: "copyNumber" | "oneMeansAltered"): ReadColumn {
  const before = known.get(column);
  const found = before?.get(ones) ?? readColumn(table, column, ones);
  known.set(column, (before ?? new Map()).set(ones, found));
  return found;
}

function readColumn(table: Table, column: Column, ones: "copyNumber" | "oneMeansAltered"): ReadColumn {
  const bits = new Uint16Array(table.rows).fill(NOT_TESTED);
  const unread: Unread[] = [];
  const enter = (row: number, text: string, value: number | null) => {
    if (value === null) unread.push({ row, text });
    else bits[row] = value;
  };
  if (column.kind === "number") {
    const copies = ones === "copyNumber" || column.values.some((value) => value < 0 || value > 1);
    column.values.forEach((value, row) => {
      if (Number.isNaN(value)) return;
      enter(
        row,
        String(value),
        copies ? bitsOfCopyNumber(value) : value === 0 ? TESTED : value === 1 ? bitOf("other") | TESTED : null,
      );
    });
  } else if (column.kind === "category") {
    const { codes, levels } = column.written;
    const copies = ones === "copyNumber" || levels.some((text) => /^(-\s?[12]|−[12]|\+?2)$/.test(text));
    const byLevel = levels.map((text) => {
      const number = /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
      if (Number.isNaN(number)) return bitsOfWord(text);
      return copies ? bitsOfCopyNumber(number) : number === 0 ? TESTED : number === 1 ? bitOf("other") | TESTED : null;
    });
    codes.forEach((code, row) => {
      if (code >= 0) enter(row, levels[code] ?? "", byLevel[code] ?? null);
    });
  }
  for (const { row, text } of table.unparsed.get(column.name) ?? []) enter(row, text, bitsOfWord(text));
  return { bits, unread };
}
