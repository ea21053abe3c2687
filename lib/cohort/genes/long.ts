import type { GenesReading } from "../../board/genes";
import { counted, formatCount, listed, listedUpTo } from "../../format";
import { type Column, cellText, type Table } from "../../table";
import { findColumn } from "../columns";
import type { Link } from "../link";
import { type GeneSource, gatherer, type Remark } from "./source";
import { isDate, isOtherName, symbolKey } from "./symbols";
import { ANY, bitOf, bitsOfChange, bitsOfWord, TESTED } from "./words";

type Long = Extract<GenesReading, { form: "long" }>;
type Read = Pick<GeneSource, "names" | "place" | "start" | "rows" | "bits" | "remarks" | "unused">;

/** A file with a row for each alteration: MAF, cBioPortal's mutations and structural variants, a spreadsheet. */
export function readLong({ table, rows: own, join }: Link, reading: Long): Read {
  const owner = ownersOf(own, table.rows);
  const genes = [reading.gene, reading.partner].map((name) => (name === null ? undefined : findColumn(table, name)));
  const texts = textsOf(table);
  const classOf = texts(reading.class);
  const changeOf = texts(reading.change);
  const spelled = spellingsOf(genes);
  const found = gatherer();
  const lists = { dates: [], geneless: [], unread: [], duplicates: [], unmatched: [] } as Record<string, number[]>;
  const unused = { geneless: [] as number[], dates: [] as number[], duplicates: [] as number[] };
  const list = (name: string, row: number) => lists[name]?.push(row + 1);
  const unreadWords = new Map<string, number>();
  const unknown = new Set<string>();
  const seen = new Set<string>();
  const samples = new Set<string>();
  const sampleOf = texts(join.key);
  for (let row = 0; row < table.rows; row++) {
    const named = genes.flatMap((column) => (column ? [cellText(column, row).trim()] : []));
    const patient = owner[row] ?? -1;
    if (patient < 0) {
      list("unmatched", row);
      samples.add(sampleOf(row));
      continue;
    }
    if (named.every((text) => text === "")) {
      list("geneless", row);
      unused.geneless.push(row);
      continue;
    }
    const bits = bitsOfRow(classOf(row), changeOf(row), reading);
    if (bits.unread !== null) {
      unreadWords.set(bits.unread, (unreadWords.get(bits.unread) ?? 0) + 1);
      list("unread", row);
    }
    for (const text of new Set(named)) {
      if (text === "") continue;
      if (isDate(text)) {
        list("dates", row);
        unknown.add(text);
        continue;
      }
      const key = symbolKey(text);
      found.add(found.gene(key, spelled.get(key)?.name ?? text), patient, bits.value);
    }
    if (named.every((text) => text === "" || isDate(text))) {
      unused.dates.push(row);
      continue;
    }
    const same = [patient, ...named, classOf(row), changeOf(row)].join("\t");
    if (seen.has(same)) {
      list("duplicates", row);
      unused.duplicates.push(row);
    }
    seen.add(same);
  }
  const remark = (code: Remark["code"], rows: number[] | undefined, message: string, hint: string, leftOut = true) =>
    rows && rows.length > 0 ? [{ code, count: rows.length, message, hint, rows: rows.slice(0, 1000), leftOut }] : [];
  const has = (rows: number[] | undefined) =>
    `${counted(rows?.length ?? 0, "row")} ${rows?.length === 1 ? "has" : "have"}`;
  const several = [...spelled.values()].filter(({ others }) => others.length > 0);
  return {
    ...found.done(),
    unused: [
      { reason: "without a gene", rows: unused.geneless },
      { reason: "with a date or a number in place of a gene", rows: unused.dates },
      { reason: "that repeat an alteration of the same patient", rows: unused.duplicates },
    ],
    remarks: [
      ...remark(
        "date",
        lists.dates,
        `${has(lists.dates)} a date or a number in place of a gene, such as “${[...unknown][0]}”: a spreadsheet has changed the symbol.`,
        "They are left out. Correct the symbols in the file: SEPT2 is now SEPTIN2, MARCH1 is MARCHF1.",
      ),
      ...remark("geneless", lists.geneless, `${has(lists.geneless)} no gene.`, "They are left out."),
      ...remark(
        "unmatched",
        lists.unmatched,
        `${counted(lists.unmatched?.length ?? 0, "row")} of ${counted(samples.size, "sample")} ${lists.unmatched?.length === 1 ? "belongs" : "belong"} to no patient of the cohort.`,
        "They are left out. How samples are matched with patients is set in Data.",
      ),
      ...remark(
        "unread",
        lists.unread,
        `${has(lists.unread)} a kind of alteration that is not known: ${wordsInWords(unreadWords)}.`,
        "They are counted as altered, kind not given.",
        false,
      ),
      ...remark(
        "duplicates",
        lists.duplicates,
        `${counted(lists.duplicates?.length ?? 0, "row")} ${lists.duplicates?.length === 1 ? "repeats" : "repeat"} an alteration of the same patient.`,
        "Each patient is counted once.",
        false,
      ),
      ...(several.length === 0
        ? []
        : [
            {
              code: "spellings" as const,
              count: several.length,
              message: `${counted(several.length, "gene")} ${several.length === 1 ? "is" : "are"} spelled in several ways: ${listed(several.slice(0, 3).map(({ name, others }) => `${name} also as ${others.map((other) => `“${other}”`).join(", ")}`))}.`,
              hint: "Each is read as one gene.",
              rows: several.flatMap(({ rows }) => rows).slice(0, 1000),
              leftOut: false,
            },
          ]),
    ],
  };
}

function bitsOfRow(kind: string, change: string, { as }: Long): { value: number; unread: string | null } {
  const byWord = kind === "" || /^unknown$/i.test(kind) ? null : bitsOfWord(kind);
  const byChange = change === "" ? null : (bitsOfChange(change) ?? bitsOfWord(change));
  if (byWord !== null) {
    // "mutated" says less than the change beside it.
    const vague = byWord === (bitOf("other") | TESTED) && byChange !== null && (byChange & ANY) !== 0;
    return { value: vague ? byChange : byWord, unread: null };
  }
  if (kind !== "") return { value: (byChange ?? bitOf("other")) | TESTED, unread: byChange === null ? kind : null };
  return { value: byChange ?? bitOf(as) | TESTED, unread: null };
}

/** Per row of the second file the row of its patient, −1 for none. */
export function ownersOf(own: readonly number[][], rows: number): Int32Array {
  const owner = new Int32Array(rows).fill(-1);
  for (const [patient, each] of own.entries()) for (const row of each) owner[row] = patient;
  return owner;
}

const textsOf = (table: Table) => (name: string | null) => {
  const column = name === null ? undefined : findColumn(table, name);
  return column ? (row: number) => cellText(column, row).trim() : () => "";
};

/** Of each gene its most frequent spelling, of its own name before older ones, the others, and the rows of these. */
function spellingsOf(columns: readonly (Column | undefined)[]) {
  const counts = new Map<string, Map<string, number[]>>();
  for (const column of columns) {
    if (column?.kind !== "category") continue;
    const { codes, levels } = column.written;
    const byCode = levels.map((): number[] => []);
    codes.forEach((code, row) => {
      const rows = byCode[code];
      if (rows && rows.length < 1001) rows.push(row + 1);
    });
    for (const [code, text] of levels.entries()) {
      if (isDate(text)) continue;
      const spellings = counts.get(symbolKey(text)) ?? new Map<string, number[]>();
      spellings.set(text, [...(spellings.get(text) ?? []), ...(byCode[code] ?? [])]);
      counts.set(symbolKey(text), spellings);
    }
  }
  return new Map(
    [...counts].map(([key, spellings]) => {
      const [[name] = [""], ...others] = [...spellings].sort(
        ([a, one], [b, other]) => Number(isOtherName(a)) - Number(isOtherName(b)) || other.length - one.length,
      );
      return [key, { name, others: others.map(([text]) => text), rows: others.flatMap(([, rows]) => rows) }] as const;
    }),
  );
}

const wordsInWords = (words: ReadonlyMap<string, number>): string =>
  listedUpTo(
    3,
    [...words].sort((a, b) => b[1] - a[1]).map(([word, count]) => `“${word}” (${formatCount(count)})`),
  );
