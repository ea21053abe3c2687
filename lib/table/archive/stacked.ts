import { formatCount } from "../../format";
import { failed, ok, problem, type Result } from "../../result";
import { gunzipped, gunzippedHead, isGzip } from "../formats/gzip";
import type { Source } from "../source";

/** The beginning of what is packed with gzip, as text; null of a file that is not. Rejects as a source does. */
export async function packedHead(source: Source): Promise<string | null> {
  if (!isGzip(await source.read(0, Math.min(3, source.size)))) return null;
  return new TextDecoder().decode(await gunzippedHead(source));
}

const newline = 10;
const hash = 35;

/** Where the rows of a delimited text begin: after the comment lines ("#…") and blank ones at its top, and its header. */
function rowsBegin(bytes: Uint8Array): number {
  let at = 0;
  for (;;) {
    const found = bytes.indexOf(newline, at);
    const next = found < 0 ? bytes.length : found + 1;
    const blank = bytes.subarray(at, next).every((byte) => byte <= 32);
    if (found < 0 || (bytes[at] !== hash && !blank)) return next;
    at = next;
  }
}

/** Most that files become together. */
const mostBytes = 1 << 30;

/** Files of one, their parts in order; of wide ones some columns alone. */
export interface Stack {
  parts: Uint8Array<ArrayBuffer>[];
  /** How many of how many columns were kept; null: all. */
  kept: { columns: number; of: number } | null;
}

/**
 * Delimited texts of the same columns under each other, as parts of one file: the first as it is, of the others the rows.
 * They may be packed with gzip. Of files between tabs with more than `wide` columns those that `keeps` names are kept: the
 * 140 annotations of each variant in hundreds of files are more than a page can hold. Refused where one cannot be
 * unpacked or has other columns, or all are more than a gigabyte. Rejects as a source does.
 */
export async function stacked(sources: readonly Source[], keeps: RegExp): Promise<Result<Stack>> {
  const stack: Stack = { parts: [], kept: null };
  let size = 0;
  let kept: number[] | null = null;
  let header: string | null = null;
  for (const [place, packed] of sources.entries()) {
    const source = isGzip(await packed.read(0, Math.min(3, packed.size))) ? await gunzipped(packed) : ok(packed);
    if (!source.ok) return source;
    const bytes = await source.value.read(0, source.value.size);
    const begin = rowsBegin(bytes);
    const own = headerBefore(bytes, begin);
    header ??= own;
    if (own !== header) return failed(otherColumns(place + 1));
    if (place === 0) {
      const names = own.split("\t");
      const found = names.flatMap((name, at) => (keeps.test(name.trim()) ? [at] : []));
      if (names.length > wide && found.length > 0) {
        kept = found;
        stack.kept = { columns: found.length, of: names.length };
        stack.parts.push(new TextEncoder().encode(`${found.map((at) => names[at]).join("\t")}\n`));
      }
    }
    const rows = place === 0 && kept === null ? bytes : bytes.subarray(begin);
    const part = ended(kept === null ? rows : columnsOf(rows, kept));
    size += part.length;
    if (size > mostBytes) return failed(tooLarge(sources.length));
    stack.parts.push(part);
  }
  return ok(stack);
}

const wide = 40;

const headerBefore = (bytes: Uint8Array, end: number) =>
  new TextDecoder().decode(bytes.subarray(0, end)).trimEnd().split(/\r?\n/).at(-1) ?? "";

function columnsOf(rows: Uint8Array, kept: readonly number[]): Uint8Array {
  const lines = new TextDecoder().decode(rows).split(/\r?\n/);
  const shorter = lines.flatMap((line) => {
    if (line.trim() === "") return [];
    const cells = line.split("\t");
    return [kept.map((at) => cells[at] ?? "").join("\t")];
  });
  return new TextEncoder().encode(shorter.join("\n"));
}

/** With a line end after the last row. */
function ended(rows: Uint8Array): Uint8Array<ArrayBuffer> {
  const lacks = rows.length > 0 && rows[rows.length - 1] !== newline;
  const whole = new Uint8Array(rows.length + (lacks ? 1 : 0));
  whole.set(rows);
  if (lacks) whole[rows.length] = newline;
  return whole;
}

const otherColumns = (place: number) =>
  problem(
    "stack-other-columns",
    `File ${formatCount(place)} of those to be read as one has other columns than the first, or in another order.`,
    "Give files of the same columns, or open them one by one.",
  );

const tooLarge = (count: number) =>
  problem(
    "stack-too-large",
    `The ${formatCount(count)} files are more than a gigabyte together and are not opened.`,
    "Put their rows into one file with fewer columns.",
  );
