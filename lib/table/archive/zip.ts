import { Inflate } from "fflate";
import type { Source } from "../source";
import type { PackedFile } from "./packedFile";

interface Entry extends PackedFile {
  packed: number;
  method: number;
  /** Where its own head begins. */
  at: number;
}

const endLength = 22;
const longestComment = 0xffff;
const sliceSize = 1 << 18;

/** The files that a zip lists in its directory; null where there is none. Folders are no files. */
export async function zipDirectory(source: Source): Promise<Entry[] | null> {
  const tailStart = Math.max(0, source.size - endLength - longestComment);
  const tail = viewOf(await source.read(tailStart, source.size));
  let end = tail.byteLength - endLength;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return null;
  const [size, start] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (start + size > source.size) return null;
  const bytes = await source.read(start, start + size);
  const view = viewOf(bytes);
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= size && view.getUint32(at, true) === 0x02014b50; ) {
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (!name.endsWith("/"))
      entries.push({
        name,
        size: view.getUint32(at + 24, true),
        packed: view.getUint32(at + 20, true),
        method: view.getUint16(at + 10, true),
        at: view.getUint32(at + 42, true),
      });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** The bytes of one file of a zip; null where it is damaged, encrypted or longer than it says. */
export async function unzipped(source: Source, { at, packed, method, size }: Entry): Promise<Uint8Array | null> {
  const head = viewOf(await source.read(at, Math.min(source.size, at + 30)));
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50 || (head.getUint16(6, true) & 1) === 1)
    return null;
  const start = at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  if (start + packed > source.size) return null;
  if (method === 0) return packed === size ? source.read(start, start + packed) : null;
  if (method !== 8) return null;
  const whole = new Uint8Array(size);
  let filled = 0;
  let overflows = false;
  const inflate = new Inflate((piece) => {
    if (filled + piece.length > size) overflows = true;
    else whole.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let from = start; from < start + packed && !overflows; from += sliceSize) {
      const to = Math.min(start + packed, from + sliceSize);
      inflate.push(await source.read(from, to), to === start + packed);
    }
  } catch {
    return null;
  }
  return filled === size ? whole : null;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
