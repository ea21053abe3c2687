import { joined } from "../bytes";
import type { Dictionary } from "./dictionary";

/** Most bytes that the cases may become. */
const most = 1 << 29;

/** The cases as they are without compression; null where they are damaged. */
export async function caseBytes(bytes: Uint8Array, dictionary: Dictionary): Promise<Uint8Array | null> {
  const rest = bytes.subarray(dictionary.end);
  switch (dictionary.compression) {
    case "none":
      return rest;
    case "codes":
      return decoded(rest, dictionary);
    case "zlib": {
      const packed = await unpacked(bytes, dictionary);
      return packed && decoded(packed, dictionary);
    }
  }
}

/** Eight codes, then the pieces that they say are written out. */
function decoded(packed: Uint8Array, { bias, little }: Dictionary): Uint8Array | null {
  let room = new Uint8Array(Math.max(1024, 4 * packed.length));
  let size = 0;
  let at = 0;
  const add = (piece: Uint8Array) => {
    if (size + 8 > room.length) {
      const larger = new Uint8Array(2 * room.length);
      larger.set(room);
      room = larger;
    }
    room.set(piece, size);
    size += 8;
  };
  const blanks = new Uint8Array(8).fill(0x20);
  const number = new DataView(new ArrayBuffer(8));
  const numberBytes = new Uint8Array(number.buffer);
  while (at + 8 <= packed.length) {
    const codes = packed.subarray(at, at + 8);
    at += 8;
    for (const code of codes) {
      if (size > most) return null;
      if (code === 0) continue;
      if (code === 252) return room.subarray(0, size);
      if (code === 253) {
        if (at + 8 > packed.length) return null;
        add(packed.subarray(at, at + 8));
        at += 8;
      } else if (code === 254) add(blanks);
      else {
        number.setFloat64(0, code === 255 ? -Number.MAX_VALUE : code - bias, little);
        add(numberBytes);
      }
    }
  }
  return room.subarray(0, size);
}

/** The blocks that the trailer lists, each packed with zlib. */
async function unpacked(bytes: Uint8Array, { end, little }: Dictionary): Promise<Uint8Array | null> {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (end + 24 > bytes.length) return null;
  const trailer = Number(data.getBigInt64(end + 8, little));
  if (!(trailer > end && trailer + 24 <= bytes.length)) return null;
  const blocks = data.getInt32(trailer + 20, little);
  const pieces: Uint8Array[] = [];
  for (let block = 0; block < blocks; block++) {
    const entry = trailer + 24 + 24 * block;
    if (entry + 24 > bytes.length) return null;
    const start = Number(data.getBigInt64(entry + 8, little));
    const length = data.getInt32(entry + 20, little);
    const piece = await inflated(bytes.slice(start, start + length));
    if (!piece) return null;
    pieces.push(piece);
  }
  return joined(pieces);
}

async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  try {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return null;
  }
}
