import type { PackedFile } from "./packedFile";

const block = 512;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const upToNul = (bytes: Uint8Array) => text(bytes).replace(/\0[\s\S]*$/, "");

/** Whether bytes begin as a tape archive does. */
export const isTar = (head: Uint8Array): boolean => head.length >= block && text(head.subarray(257, 262)) === "ustar";

/**
 * Takes the pieces of a tape archive as they come and hands on each file that is wanted; of the others nothing is kept.
 * `null` bytes: it is not wanted. Answers whether the archive was whole.
 */
export async function readTar(
  pieces: AsyncIterable<Uint8Array>,
  wanted: (file: PackedFile) => boolean,
  onFile: (file: PackedFile, bytes: Uint8Array | null) => void,
): Promise<boolean> {
  const bytes = feed(pieces);
  let longName: string | null = null;
  for (;;) {
    const head = await bytes.take(block);
    if (head === null) return false;
    if (head.every((byte) => byte === 0)) return true;
    const size = Number.parseInt(upToNul(head.subarray(124, 136)).trim() || "0", 8);
    if (!isTar(head) || !(size >= 0)) return false;
    const type = String.fromCharCode(head[156] ?? 0);
    const prefix = upToNul(head.subarray(345, 500));
    const short = upToNul(head.subarray(0, 100));
    const padded = Math.ceil(size / block) * block;
    if (type === "L" || type === "x") {
      const own = await bytes.take(padded);
      if (own === null) return false;
      const said = own.subarray(0, size);
      longName = type === "L" ? upToNul(said) : (/(?:^|\n)\d+ path=([^\n]*)\n/.exec(text(said))?.[1] ?? longName);
      continue;
    }
    const name: string = longName ?? (prefix === "" ? short : `${prefix}/${short}`);
    longName = null;
    const file = { name, size };
    const isFile = type === "0" || type === "\0";
    if (!isFile || !wanted(file)) {
      if (!(await bytes.skip(padded))) return false;
      if (isFile) onFile(file, null);
      continue;
    }
    const own = await bytes.take(padded);
    if (own === null) return false;
    onFile(file, own.slice(0, size));
  }
}

/** Bytes in the portions that are asked for; null at the end. */
function feed(pieces: AsyncIterable<Uint8Array>) {
  const iterator = pieces[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  const next = async () => {
    const { value, done } = await iterator.next();
    return done ? null : (value as Uint8Array);
  };
  return {
    async take(length: number): Promise<Uint8Array | null> {
      const whole = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        if (rest.length === 0) {
          const more = await next();
          if (more === null) return null;
          rest = more;
        }
        const part = rest.subarray(0, length - filled);
        whole.set(part, filled);
        filled += part.length;
        rest = rest.subarray(part.length);
      }
      return whole;
    },
    async skip(length: number): Promise<boolean> {
      let left = length - rest.length;
      if (left <= 0) {
        rest = rest.subarray(length);
        return true;
      }
      for (;;) {
        const more = await next();
        if (more === null) return false;
        if (more.length >= left) {
          rest = more.subarray(left);
          return true;
        }
        left -= more.length;
      }
    },
  };
}
