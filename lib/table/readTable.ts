import { failed, ok, type Problem, problem, type Result } from "../result";
import { TooMuch } from "./columns/room";
import { formats } from "./formats";
import { delimited } from "./formats/delimited";
import type { ReadProgress } from "./formats/format";
import { gunzipped, isGzip } from "./formats/gzip";
import { headOf, heavySigns } from "./formats/heavy";
import { whyNoTable } from "./formats/notTables";
import { namedOtherwise } from "./namedOtherwise";
import { reshaped } from "./reshaped";
import type { Source } from "./source";
import type { ReadingOptions, Table } from "./table";

/**
 * Reads a file as a table. The format is recognised by content, whatever the name. What the file lacks comes back as a
 * problem; a rejected
 * `source.read` (a cancelled reading) rejects. For formats with large readers (`isHeavy`) see `readHeavyTable`.
 */
export async function readTable(
  source: Source,
  options: ReadingOptions = {},
  onProgress: (progress: ReadProgress) => void = () => {},
): Promise<Result<Table>> {
  const head = await headOf(source);
  if (isGzip(head)) return readPacked(source, options, onProgress);
  const format = formats.find(({ matches }) => matches(head));
  const why = format ? null : (needsHeavy(source.name, head) ?? whyNoTable(source.name, head));
  if (why) return failed(why);
  const by = format ?? delimited;
  const read = await asMuchAsFits(() => reshaped(by.read)(source, options, onProgress));
  return read.ok ? ok(namedOtherwise(read.value, source.name, by)) : read;
}

/** What is read, or why it is more than can be kept. */
export async function asMuchAsFits<T>(read: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TooMuch) return failed(error.problem);
    throw error;
  }
}

async function readPacked(
  source: Source,
  options: ReadingOptions,
  onProgress: (progress: ReadProgress) => void,
): Promise<Result<Table>> {
  const unpacked = await gunzipped(source);
  if (!unpacked.ok) return unpacked;
  const head = await headOf(unpacked.value);
  if (isGzip(head))
    return failed(
      problem("not-a-table", `“${source.name}” is packed twice with gzip.`, "Unpack it and open the table inside."),
    );
  const read = await readTable(unpacked.value, options, onProgress);
  return read.ok ? ok({ ...read.value, reading: { ...read.value.reading, packed: "gzip" } }) : read;
}

function needsHeavy(name: string, head: Uint8Array): Problem | null {
  const sign = heavySigns.find(({ matches }) => matches(head));
  return sign
    ? problem(
        "format-heavy",
        `“${name}” holds ${sign.label}, which cannot be read here.`,
        "Unpack it and open it by itself.",
      )
    : null;
}
