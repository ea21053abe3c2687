import { fileSource } from "../table/source";
import { start } from "./handle";
import { readingPatience } from "./patience";
import type { ReaderApi } from "./readerApi";
import { whileReading } from "./reading";
import type { FileFacts } from "./workerApi";

/**
 * The names of a file's columns and its first rows as texts, read in a worker of its own, beside whatever is open; null
 * where it is no table, or larger than what is looked into. Rejects when the worker ends.
 */
export async function beginningOf(file: File, reader: () => Promise<string>): Promise<string[][] | null> {
  const source = fileSource(file);
  const facts: FileFacts = { name: source.name, size: source.size };
  if (source.size > largest) return null;
  const own = start<ReaderApi>(await reader());
  try {
    return await whileReading(
      own,
      source,
      () => {},
      (slice) => own.call(readingPatience(source.size), (api) => api.beginning(facts, slice)),
    );
  } finally {
    own.end("replaced");
  }
}

const largest = 256 << 20;
