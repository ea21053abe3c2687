import { failed, ok, problem, type Result } from "../../result";
import { bytesSource, type Source } from "../source";
import { beginsWith, joined } from "./bytes";

export const isGzip = (head: Uint8Array): boolean => beginsWith(head, "\x1f\x8b\x08");

/** Most that a packed file may become, and how many times its size once that is beyond 10 MB. */
const mostBytes = 1 << 30;
const mostRatio = 200;
const alwaysAllowed = 10 << 20;
const sliceSize = 1 << 20;

/** What comes out piece by piece, and what stopped the source where that is why it ended. */
function unpacking(source: Source) {
  const stopped: { cause: { reason: unknown } | null } = { cause: null };
  let start = 0;
  const packed = new ReadableStream<BufferSource>({
    async pull(controller) {
      if (start >= source.size) return controller.close();
      try {
        const bytes = await source.read(start, Math.min(source.size, start + sliceSize));
        start += sliceSize;
        controller.enqueue(bytes as Uint8Array<ArrayBuffer>);
      } catch (reason) {
        stopped.cause = { reason };
        controller.error(reason);
      }
    },
  });
  return { reader: packed.pipeThrough(new DecompressionStream("gzip")).getReader(), stopped };
}

/**
 * The first 64 KiB of what is packed in the file, or as much as can be unpacked of them. Rejects as `source` does.
 */
export async function gunzippedHead(source: Source): Promise<Uint8Array> {
  const { reader, stopped } = unpacking(source);
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    while (size < 1 << 16) {
      const piece = await reader.read();
      if (piece.done) break;
      pieces.push(piece.value);
      size += piece.value.length;
    }
    await reader.cancel();
  } catch {
    if (stopped.cause) throw stopped.cause.reason;
  }
  return joined(pieces).subarray(0, 1 << 16);
}

/**
 * The unpacked file in memory; refused on the way as soon as it becomes implausibly large. Rejects as `source` does.
 */
export async function gunzipped(source: Source): Promise<Result<Source>> {
  const { reader, stopped } = unpacking(source);
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value);
      size += piece.value.length;
      if (size > mostBytes || (size > alwaysAllowed && size > mostRatio * source.size)) {
        await reader.cancel();
        return failed(
          problem(
            "zip-bomb",
            `“${source.name}” unpacks to far more than its size and is not opened.`,
            "Unpack it yourself and open what is inside.",
          ),
        );
      }
    }
  } catch {
    if (stopped.cause) throw stopped.cause.reason;
    return failed(
      problem(
        "gzip-damaged",
        `“${source.name}” is packed with gzip and damaged.`,
        "Fetch it again, or unpack it yourself.",
      ),
    );
  }
  return ok(bytesSource(source.name, joined(pieces)));
}
