import type { Source } from "../../source";

export interface Encoding {
  /** A label of the Encoding Standard, as TextDecoder takes it. */
  label: string;
  /** Bytes of a byte order mark at the start. */
  bom: number;
  guessed: boolean;
}

const marks: { bytes: number[]; label: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: "utf-8" },
  { bytes: [0xff, 0xfe], label: "utf-16le" },
  { bytes: [0xfe, 0xff], label: "utf-16be" },
];

/**
 * The encoding to begin with: by byte order mark, by the zero bytes of UTF-16, else UTF-8, which the whole file must
 * then bear out.
 */
export function firstEncoding(head: Uint8Array): Encoding {
  const mark = marks.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (mark) return { label: mark.label, bom: mark.bytes.length, guessed: false };
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2]++;
  const half = head.length / 2;
  if (zeros[1] > 0.4 * half && zeros[0] < 0.1 * half) return { label: "utf-16le", bom: 0, guessed: true };
  if (zeros[0] > 0.4 * half && zeros[1] < 0.1 * half) return { label: "utf-16be", bom: 0, guessed: true };
  return { label: "utf-8", bom: 0, guessed: false };
}

/**
 * Thrown where the bytes are not in the encoding they are read with; `bytes` is the slice in which that came to light.
 */
export interface DecodingFault {
  decodingFault: true;
  bytes: Uint8Array;
  /** Only the very last letter is cut off in the middle. */
  atEnd: boolean;
}

export const isDecodingFault = (error: unknown): error is DecodingFault =>
  typeof error === "object" && error !== null && "decodingFault" in error;

export interface TextSlice {
  text: string;
  /** Bytes of the file read so far. */
  bytes: number;
  last: boolean;
}

/**
 * The text of a file, slice by slice; letters of several bytes may straddle the slices. Never a replacement character:
 * bytes that are not in the encoding end the reading with a DecodingFault, unless `tolerant` of a letter cut off by the
 * end of the file.
 */
export async function* textSlices(
  source: Source,
  { label, bom }: Encoding,
  sliceSize: number,
  tolerant = false,
): AsyncGenerator<TextSlice> {
  // Without `fatal`, Node 20 reads windows-1252 as Latin-1 and loses “, ” and €.
  const decoder = new TextDecoder(label, { fatal: true });
  for (let start = bom; start < source.size || start === bom; start += sliceSize) {
    const end = Math.min(source.size, start + sliceSize);
    const bytes = await source.read(start, end);
    const last = end === source.size;
    yield { text: decoded(decoder, bytes) + (last ? flushed(decoder, bytes, tolerant) : ""), bytes: end, last };
    if (last) return;
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw { decodingFault: true, bytes, atEnd: false } satisfies DecodingFault;
  }
}

function flushed(decoder: TextDecoder, bytes: Uint8Array, tolerant: boolean): string {
  try {
    return decoder.decode();
  } catch {
    if (tolerant) return "";
    throw { decodingFault: true, bytes, atEnd: true } satisfies DecodingFault;
  }
}
