import Papa from "papaparse";

/** A record of the sample and where it starts in it. */
export interface SampleRecord {
  cells: string[];
  start: number;
}

/** What a separator makes of a sample of the file. */
export interface SeparatorFit {
  separator: string;
  /** The most frequent number of cells. */
  width: number;
  /** Share of records of that width. */
  regular: number;
  /** 0 … 1: that share, less where cells hold other separators. */
  score: number;
  records: SampleRecord[];
}

export const separators = [",", ";", "\t", "|"] as const;

/** Tried only where no other gives two columns, and only taken where nearly all lines agree. */
const lastResorts = [" ", ":", "~", "^"] as const;

/** Every separator tried on the sample with quotes honored, the best first. */
export function separatorFits(sample: string, newline: "\n" | "\r", complete: boolean, given?: string): SeparatorFit[] {
  const tried = given === undefined ? separators : [given];
  const fits = tried.map((separator) => fitOf(separator, sampleRecords(sample, separator, newline, complete)));
  if (given === undefined && fits.every(({ width }) => width < 2)) {
    const rest = lastResorts.map((separator) => fitOf(separator, sampleRecords(sample, separator, newline, complete)));
    const found = rest.find(
      ({ separator, width, regular }) => width > 1 && regular > (separator === " " ? 0.95 : 0.999),
    );
    if (found) return [found];
  }
  const best = fits.sort((a, b) => b.score - a.score);
  return [withBlank(best[0], sample, newline, complete), ...best.slice(1)];
}

/**
 * "a", "b": where a blank stands between every separator and the quotation mark after it, it belongs to the separator.
 */
function withBlank(fit: SeparatorFit, sample: string, newline: "\n" | "\r", complete: boolean): SeparatorFit {
  const { separator, records } = fit;
  const quoted = records.flatMap(({ cells }) => cells.slice(1)).filter((cell) => /^ +"/.test(cell)).length;
  if (quoted === 0 || !(separators as readonly string[]).includes(separator)) return fit;
  const wide = fitOf(`${separator} `, sampleRecords(sample, `${separator} `, newline, complete));
  return wide.width > 1 && wide.regular === 1 ? wide : fit;
}

/**
 * The first 200 records that are not blank; the last may be cut off and is left out unless the sample is `complete`.
 */
function sampleRecords(sample: string, separator: string, newline: "\n" | "\r", complete: boolean): SampleRecord[] {
  const records: SampleRecord[] = [];
  let start = 0;
  const parser = new Papa.Parser({
    delimiter: separator,
    newline,
    step({ data, meta }: Papa.ParseStepResult<unknown>) {
      const cells = (data as string[][])[0];
      if (cells.some((cell) => cell.trim() !== "")) records.push({ cells, start });
      start = meta.cursor;
      if (records.length === 200) parser.abort();
    },
  });
  parser.parse(sample, 0, !complete);
  return records;
}

function fitOf(separator: string, records: SampleRecord[]): SeparatorFit {
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const better = (next: [number, number], most: [number, number]) =>
    next[1] > most[1] || (next[1] === most[1] && next[0] > most[0]);
  const [width, times] = [...widths].reduce((most, next) => (better(next, most) ? next : most), [0, 0]);
  const regular = records.length === 0 ? 1 : times / records.length;
  const score = width < 2 ? 0 : regular * (1 - 0.5 * strangeCells(records, separator));
  return { separator, width, regular, score, records };
}

/** Share of cells that hold another separator, as those of a wrong one do; decimal commas are none. */
function strangeCells(records: SampleRecord[], separator: string): number {
  const others = separators.filter((other) => other !== separator);
  const cells = records.flatMap((record) => record.cells);
  const strange = cells.filter(
    (cell) => others.some((other) => cell.includes(other)) && !/^\s*[-+]?\d+,\d+\s*$/.test(cell),
  );
  return cells.length === 0 ? 0 : strange.length / cells.length;
}
