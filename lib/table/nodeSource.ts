import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { Source } from "./source";

/** A file on disk as a Source; `close` gives the handle back. For Node only: never imported by what the page loads. */
export async function nodeSource(path: string): Promise<Source & { close(): Promise<void> }> {
  const handle = await open(path, "r");
  const { size } = await handle.stat();
  return {
    name: basename(path),
    size,
    async read(start, end) {
      const bytes = new Uint8Array(end - start);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      return bytes.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}
