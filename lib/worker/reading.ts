import { proxy } from "comlink";
import type { TableSummary } from "../cohort/tableSummary";
import { failed, ok, type Problem, problem, type Result } from "../result";
import type { ReadingOptions, ReadProgress, Source, Table } from "../table";
import { isHeavy } from "../table/formats/heavy";
import { fileSource } from "../table/source";
import { type Handle, start } from "./handle";
import { readingPatience } from "./patience";
import type { ReaderApi } from "./readerApi";
import type { FileFacts, WorkerApi } from "./workerApi";
import { WorkerEnded } from "./workerEnded";

/** A file as it is open: the first of the cohort, or with `join` the second one of that join. */
export interface OpenFile {
  join?: string;
  source: Source;
  options: ReadingOptions;
}

export type OnProgress = (progress: ReadProgress) => void;

/** A file being read. `done` is null when it was cancelled, which counts at once. */
export interface Reading<T> {
  done: Promise<Result<T> | null>;
  cancel(): void;
}

/** A file that vanishes on the way is a problem; a worker that ends, or a reader that cannot be had, rejects. */
export function startReading<T>(
  file: File,
  read: (source: Source, signal: AbortSignal) => Promise<Result<T>>,
): Reading<T> {
  const controller = new AbortController();
  const { signal } = controller;
  let lost = false;
  const bytes = fileSource(file);
  const slices: Source["read"] = async (from, to) => {
    signal.throwIfAborted();
    return bytes.read(from, to).catch((error) => {
      lost = true;
      throw error;
    });
  };
  const cancelled = new Promise<null>((resolve) => signal.addEventListener("abort", () => resolve(null)));
  const done = read({ ...bytes, read: slices }, signal).catch((error): Result<T> | null => {
    if (signal.aborted) return null;
    if (lost) return failed(notRead(file.name));
    if (error instanceof WorkerEnded && error.reason === "replaced") return null;
    throw error;
  });
  return { done: Promise.race([cancelled, done]), cancel: () => controller.abort() };
}

/**
 * Reads into the worker; a heavy format is read by a worker of its own, whose text is `reader`, and its table handed
 * over.
 */
export async function readInto(
  into: Handle<WorkerApi>,
  { source, options, join }: OpenFile,
  onProgress: OnProgress,
  reader: () => Promise<string>,
  signal?: AbortSignal,
): Promise<Result<TableSummary>> {
  const facts: FileFacts = { name: source.name, size: source.size };
  const patience = readingPatience(source.size);
  if (!(await isHeavy(source)))
    return whileReading(into, source, onProgress, (slice, progress) =>
      into.call<Result<TableSummary>>(patience, (api) => api.read(facts, slice, options, progress, join)),
    );
  const own = start<ReaderApi>(await reader());
  signal?.addEventListener("abort", () => own.end("replaced"));
  try {
    const made = await whileReading(own, source, onProgress, (slice, progress) =>
      own.call<Result<Table>>(patience, (api) => api.read(facts, slice, options, progress)),
    );
    signal?.throwIfAborted();
    return made.ok ? ok(await into.call(patience, (api) => api.adopt(made.value, join))) : made;
  } finally {
    own.end("replaced");
  }
}

/** Slices and progress of one reading: each is a sign of life, and what comes after its end is dropped. */
export async function whileReading<T>(
  { beat, excuse }: Pick<Handle<unknown>, "beat" | "excuse">,
  source: Source,
  onProgress: OnProgress,
  read: (slice: Source["read"], progress: OnProgress) => Promise<T>,
): Promise<T> {
  let over = false;
  const slice: Source["read"] = (from, to) =>
    over ? Promise.reject(new Error("the reading has ended")) : excuse(source.read(from, to));
  const progress: OnProgress = (each) => {
    beat();
    if (!over) onProgress(each);
  };
  try {
    return await read(proxy(slice), proxy(progress));
  } finally {
    over = true;
  }
}

export const notRead = (name: string): Problem =>
  problem(
    "reading-failed",
    `“${name}” could not be read to its end.`,
    "Check that the file still exists and open it again.",
  );
