import { failed, ok, problem, type Result } from "../../result";
import { isGzip } from "../formats/gzip";
import type { Source } from "../source";
import type { PackedFile } from "./packedFile";
import { isTar, readTar } from "./tar";
import { unzipped, zipDirectory } from "./zip";

export interface Unpacked {
  files: { name: string; bytes: Uint8Array<ArrayBuffer> }[];
  /** Those that were not wanted. */
  others: PackedFile[];
}

/** Most that is unpacked of one archive: a study of a hundred thousand patients is a tenth of it. */
const mostBytes = 1 << 30;

/**
 * The wanted files of an archive of several (zip, tar, tar.gz), unpacked in memory; null for a file that is none: a
 * table, a workbook (which is a zip, too), a single packed file. Damaged ones and those that unpack to more than a
 * gigabyte are refused. Rejects as `source` does.
 */
export async function unpacked(
  source: Source,
  wanted: (file: PackedFile) => boolean,
): Promise<Result<Unpacked> | null> {
  const head = await source.read(0, Math.min(source.size, 1 << 16));
  if (head[0] === 0x50 && head[1] === 0x4b) return ofZip(source, wanted);
  if (isTar(head)) return ofTar(source, slicesOf(source), wanted);
  if (!isGzip(head)) return null;
  const pieces = gunzippedSlices(source);
  const first = await pieces.next().catch(() => null);
  if (!first || first.done || !isTar(first.value)) {
    await pieces.return(undefined);
    return null;
  }
  return ofTar(source, after(first.value, pieces), wanted);
}

async function ofZip(source: Source, wanted: (file: PackedFile) => boolean): Promise<Result<Unpacked> | null> {
  const entries = await zipDirectory(source);
  if (!entries || entries.length < 2 || entries.some(({ name }) => isOfDocument(name))) return null;
  const chosen = entries.filter(wanted);
  if (total(chosen) > mostBytes) return failed(tooLarge(source.name));
  const files: Unpacked["files"] = [];
  for (const entry of chosen) {
    const bytes = await unzipped(source, entry);
    if (!bytes) return failed(damaged(source.name, entry.name));
    files.push({ name: entry.name, bytes: bytes as Uint8Array<ArrayBuffer> });
  }
  return ok({ files, others: entries.filter((entry) => !chosen.includes(entry)) });
}

/** Workbooks and documents are zips of several files that are one table or none. */
const isOfDocument = (name: string) => /^(\[Content_Types\]\.xml|mimetype|_rels\/|docProps\/|xl\/|word\/)/.test(name);

async function ofTar(
  source: Source,
  pieces: AsyncIterable<Uint8Array>,
  wanted: (file: PackedFile) => boolean,
): Promise<Result<Unpacked>> {
  const found: Unpacked = { files: [], others: [] };
  let bytes = 0;
  const takes = (file: PackedFile) => {
    if (!wanted(file)) return false;
    bytes += file.size;
    return bytes <= mostBytes;
  };
  const whole = await readTar(pieces, takes, (file, own) => {
    if (own === null) found.others.push(file);
    else found.files.push({ name: file.name, bytes: own as Uint8Array<ArrayBuffer> });
  }).catch(() => false);
  if (bytes > mostBytes) return failed(tooLarge(source.name));
  return whole ? ok(found) : failed(damaged(source.name, null));
}

const sliceSize = 1 << 18;

async function* slicesOf(source: Source): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.size; at += sliceSize)
    yield await source.read(at, Math.min(source.size, at + sliceSize));
}

async function* gunzippedSlices(source: Source): AsyncGenerator<Uint8Array> {
  const slices = slicesOf(source);
  const packed = new ReadableStream<BufferSource>({
    async pull(controller) {
      const { value, done } = await slices.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function* after(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

const total = (files: readonly PackedFile[]) => files.reduce((sum, { size }) => sum + size, 0);

const tooLarge = (name: string) =>
  problem(
    "zip-bomb",
    `“${name}” unpacks to more than a gigabyte of tables and is not opened.`,
    "Unpack it yourself and drop the files of the patients, samples and mutations.",
  );
const damaged = (name: string, entry: string | null) =>
  problem(
    "archive-damaged",
    entry === null
      ? `“${name}” is damaged or cut off.`
      : `“${entry}” in “${name}” is damaged, encrypted or packed in a way that is not read.`,
    "Fetch it again, or unpack it yourself and drop the files.",
  );
