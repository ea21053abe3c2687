import { finishTable } from "../../finishTable";
import type { Source } from "../../source";
import type { ReadingOptions } from "../../table";
import type { ReadProgress } from "../format";
import { isDecodingFault, type TextSlice, textSlices } from "./encoding";
import { type Gathered, gather } from "./gather";
import { fileLayout, type Layout } from "./layout";
import { layoutNotices, strayQuotes, whichSeparator } from "./layoutNotices";
import { hasLoneReturns, withoutLoneReturns } from "./lines";
import type { Outcome, Pass, SliceSizes } from "./pass";
import { completeTable } from "./refusals";

/** Reads the file once from start to end, in one way. */
export async function readOnce(
  source: Source,
  options: ReadingOptions,
  pass: Pass,
  sizes: SliceSizes,
  onProgress: (progress: ReadProgress) => void,
): Promise<Outcome> {
  try {
    const slices = textSlices(source, pass.encoding, sizes.slice, pass.cutOff);
    const first = await firstSlice(slices, sizes.sample);
    const complete = first.last && first.text.length <= sizes.sample;
    const mixed = hasLoneReturns(first.text);
    if (mixed) first.text = withoutLoneReturns(first.text, first.last);
    const layout = fileLayout(first.text.slice(0, sizes.sample), complete, options);
    const gathered = gather(layout, options, pass);
    let slice: TextSlice | undefined = { ...first, text: first.text.slice(layout.start) };
    while (slice) {
      const fault = gathered.push(mixed ? withoutLoneReturns(slice.text, slice.last) : slice.text, slice.last);
      if (fault) return { done: "quoteFault", fault };
      if (gathered.refused) return { done: "failed", problem: gathered.refused };
      onProgress({ bytes: slice.bytes, size: source.size, rows: gathered.table?.rows ?? 0 });
      slice = (await slices.next()).value;
    }
    return finished(gathered, { ...layout, mixedEnds: mixed }, options, pass, first.text);
  } catch (error) {
    if (isDecodingFault(error)) return { done: "undecodable", fault: error };
    throw error;
  }
}

/** The first stretch of text, as long as the sample or the whole file. */
async function firstSlice(slices: AsyncGenerator<TextSlice, undefined>, sample: number): Promise<TextSlice> {
  const whole: TextSlice = { text: "", bytes: 0, last: false };
  while (!whole.last && whole.text.length < sample) {
    const { value } = await slices.next();
    if (!value) break;
    whole.text += value.text;
    whole.bytes = value.bytes;
    whole.last = value.last;
  }
  return whole;
}

function finished(
  { table, stray, strayInHeader }: Gathered,
  layout: Layout & { mixedEnds: boolean },
  options: ReadingOptions,
  pass: Pass,
  text: string,
): Outcome {
  const guessed = pass.quotes === "literal" && options.quotes !== "literal";
  if (guessed && table && table.short.length + table.long.length > 0) return { done: "ragged" };
  const whole = completeTable(table);
  if (!whole.ok) return { done: "failed", problem: whole.problem };
  const notices = [...layoutNotices(layout, pass), ...strayQuotes(stray, strayInHeader)];
  const facts = {
    format: "delimited" as const,
    packed: null,
    encoding: pass.encoding.label,
    bom: pass.encoding.bom > 0,
    separator: layout.separator.trim() === "" ? layout.separator : layout.separator.trim(),
    newline: layout.newline,
    header: layout.hasHeader ? layout.startLine : 0,
    preamble: layout.preamble,
    accented: accentedLines(text),
    sheet: null,
    sheets: [],
  };
  const result = finishTable(whole.value, facts, notices, options.decimal);
  if ("again" in result) return { done: "again", places: result.again };
  const questions = [...whichSeparator(layout, options), ...result.table.questions];
  return { done: "table", table: { ...result.table, questions } };
}

/** The first three lines with letters beyond ASCII. */
function accentedLines(text: string): string[] {
  const found: string[] = [];
  for (const line of text.slice(0, 1 << 16).split(/\r\n|\n|\r/)) {
    if (found.length === 3) break;
    if (/[^\0-\x7f]/.test(line)) found.push(line.slice(0, 200));
  }
  return found;
}
