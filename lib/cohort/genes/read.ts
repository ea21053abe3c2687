import type { Join } from "../../board/board";
import { calledFile } from "../../board/calledFile";
import type { GenesReading, Tested } from "../../board/genes";
import { counted, listed } from "../../format";
import { type Problem, problem } from "../../result";
import { type Column, cellText, type Table } from "../../table";
import { findColumn } from "../columns";
import { hasValue } from "../gatherColumn";
import { identifyingReason } from "../identifying";
import type { Link } from "../link";
import type { Patients } from "../patients";
import { readLong } from "./long";
import { bitsOfColumn, readMatrix, readWide } from "./matrix";
import type { GeneSource } from "./source";
import { geneOfHeader, symbolKey } from "./symbols";

/** What genes are read from. */
export interface GeneFiles {
  table: Table;
  patients: Patients;
  links: ReadonlyMap<string, Link>;
}

type GeneLink = Link & { join: Join & { genes: GenesReading } };

const isOfGenes = (link: Link): link is GeneLink => link.join.genes !== null;

/** One answer for each state of the second files: filters change none of it. */
const known = new WeakMap<ReadonlyMap<string, Link>, Map<string, GeneSource[]>>();

/**
 * Every source of genes: the second files that are read so, in their order, then the columns of the cohort, those named or
 * (null) those that look like genes no file gives.
 */
export function geneSources(files: GeneFiles, columns: readonly string[] | null): GeneSource[] {
  const byColumns = known.get(files.links) ?? new Map<string, GeneSource[]>();
  known.set(files.links, byColumns);
  const asked = JSON.stringify(columns);
  const before = byColumns.get(asked);
  if (before) return before;
  const found = [...files.links.values()].filter(isOfGenes).map((link) => sourceOf(files, link));
  const given = new Set(found.flatMap(({ place }) => [...place.keys()]));
  const own = (columns ?? geneColumns(files.table, given)).filter((name) => findColumn(files.table, name));
  const all = own.length === 0 ? found : [...found, ofCohort(files, own)];
  byColumns.set(asked, all);
  return all;
}

/** The columns of a table called after genes whose cells nearly all say altered, wild type or nothing. */
const geneColumns = (table: Table, given: ReadonlySet<string> = new Set()): string[] =>
  table.columns
    .filter((column) => {
      const gene = geneOfHeader(column.name);
      return gene !== null && !given.has(symbolKey(gene)) && readsAsGene(table, column);
    })
    .map(({ name }) => name);

function readsAsGene(table: Table, column: Column): boolean {
  if (column.kind === "date" || identifyingReason(column, table.rows) !== null) return false;
  if (!column.written) return false;
  const { codes, levels } = column.written;
  const filled = codes.reduce((count, code) => (code < 0 ? count : count + 1), 0);
  const { unread } = bitsOfColumn(table, column, "oneMeansAltered");
  return levels.length > 0 && unread.length <= mostUnread * filled;
}

/** Of a column called after a gene so many cells may say neither altered nor wild type; these are told with their rows. */
const mostUnread = 0.25;

const columnsInWords = (columns: readonly string[]) =>
  columns.length > 6 ? counted(columns.length, "column") : `columns ${listed(columns)}`;

function ofCohort({ table, patients }: GeneFiles, columns: readonly string[]): GeneSource {
  const own = Array.from({ length: table.rows }, (_, row) => (patients.represents[row] === 1 ? [row] : []));
  return {
    join: null,
    label: columns.length === 1 ? `column ${columns[0]}` : columnsInWords(columns),
    ...readWide(table, own, columns),
    covered: () => false,
    columnOf(key) {
      const name = columns.find((each) => symbolKey(geneOfHeader(each) ?? each) === key);
      const written = name === undefined ? null : findColumn(table, name)?.written;
      return name !== undefined && written && written.levels.length <= 2 ? name : null;
    },
    question: null,
  };
}

function sourceOf(files: GeneFiles, link: GeneLink): GeneSource {
  const { id, genes, source } = link.join;
  const label = calledFile(source.file, "the second file");
  const has = (row: number) => (link.rows[row]?.length ?? 0) > 0;
  switch (genes.form) {
    case "matrix":
      return {
        join: id,
        label,
        ...readMatrix(link, genes.gene),
        covered: (_, row) => has(row),
        columnOf: null,
        question: null,
      };
    case "wide":
      return {
        join: id,
        label,
        ...readWide(link.table, link.rows, genes.columns),
        covered: () => false,
        columnOf: null,
        question: null,
      };
    case "long": {
      const read = readLong(link, genes);
      const keys = [...read.place.keys()];
      const { tested } = genes;
      if (tested === null)
        return { join: id, label, ...read, covered: () => false, columnOf: null, question: undecided(label) };
      const coverage = coverageOf(files, tested, has, keys);
      if ("code" in coverage)
        return { join: id, label, ...read, covered: () => false, columnOf: null, question: coverage };
      return { join: id, label, ...read, covered: coverage.covered, columnOf: null, question: null };
    }
  }
}

/** Who was tested for which gene where the file does not say, or what must be said first. */
function coverageOf(
  { table, links, patients }: GeneFiles,
  tested: Tested,
  listed: (row: number) => boolean,
  keys: readonly string[],
): { covered: GeneSource["covered"] } | Problem {
  switch (tested.by) {
    case "all":
      return { covered: (_, row) => patients.represents[row] === 1 };
    case "listed":
      return { covered: (_, row) => listed(row) };
    case "file": {
      const link = links.get(tested.join);
      return link ? { covered: (_, row) => (link.rows[row]?.length ?? 0) > 0 } : notOpen;
    }
    case "panels": {
      const panels = panelsOf({ table, links }, tested);
      if (!panels) return notOpen;
      const open = panels.names.filter((name) => !tested.panels.some(({ panel }) => panel === name));
      if (open.length > 0) return openPanels(tested.column, open);
      const covers = panels.names.map((name) => {
        const genes = tested.panels.find(({ panel }) => panel === name)?.genes ?? null;
        const own = genes && new Set(genes.map(symbolKey));
        return Uint8Array.from(keys, (key) => (own === null || own.has(key) ? 1 : 0));
      });
      return { covered: (gene, row) => panels.of(row).some((panel) => covers[panel]?.[gene] === 1) };
    }
  }
}

/** The panels of genes that a column names, and which of them a patient had. */
function panelsOf(
  { table, links }: Pick<GeneFiles, "table" | "links">,
  { join, column: name }: Pick<Extract<Tested, { by: "panels" }>, "join" | "column">,
): { names: string[]; of: (row: number) => number[] } | null {
  const link = join === null ? null : links.get(join);
  const from = join === null ? table : link?.table;
  const column = from && findColumn(from, name);
  if (!column) return null;
  const place = new Map<string, number>();
  const of = (row: number): number => {
    if (!hasValue(column, row)) return -1;
    const text = cellText(column, row);
    const panel = place.get(text) ?? place.size;
    place.set(text, panel);
    return panel;
  };
  const panels = Int32Array.from({ length: from.rows }, (_, row) => of(row));
  const own = (row: number) => (link ? (link.rows[row] ?? []) : [row]);
  return {
    names: [...place.keys()],
    of: (row) => own(row).flatMap((each) => ((panels[each] ?? -1) < 0 ? [] : [panels[each] ?? -1])),
  };
}

const undecided = (label: string) =>
  problem(
    "genes-tested",
    `“${label}” lists alterations, not who was tested: a patient without one may be wild type or not tested.`,
    "Say who was tested.",
  );
const notOpen = problem(
  "genes-tested-file",
  "The file that says who was tested is not open, or matches no patient.",
  "Open it in Data, or say otherwise who was tested.",
);
const openPanels = (column: string, names: string[]) =>
  problem(
    "genes-panels",
    `${counted(names.length, "panel")} of genes in “${column}” ${names.length === 1 ? "is" : "are"} without a list of genes: ${listed(names.slice(0, 4).map((name) => `“${name}”`))}${names.length > 4 ? " and others" : ""}.`,
    "Say which genes each covers.",
  );
