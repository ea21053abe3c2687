/**
 * Bytes packed as TIFF's LZW: codes of 9 to 12 bits, the highest bit first, each length taken up one code early.
 * Source: TIFF 6.0, section 13.
 */
export function lzw(bytes: Uint8Array): Uint8Array {
  const packed = bitWriter(bytes.length);
  /** For each code and byte the code of both together; 0 where there is none. */
  const next = new Uint16Array(most * 256);
  let free = firstFree;
  let size = 9;
  packed.put(clear, size);
  let code = bytes[0] ?? 0;
  for (let at = 1; at < bytes.length; at++) {
    const place = code * 256 + (bytes[at] ?? 0);
    const known = next[place] ?? 0;
    if (known !== 0) {
      code = known;
      continue;
    }
    packed.put(code, size);
    next[place] = free++;
    if (free === most - 1) {
      packed.put(clear, size);
      next.fill(0);
      free = firstFree;
      size = 9;
    } else if (free === 1 << size) size++;
    code = bytes[at] ?? 0;
  }
  if (bytes.length > 0) {
    packed.put(code, size);
    if (free + 1 === 1 << size) size++;
  }
  packed.put(end, size);
  return packed.bytes();
}

const clear = 256;
const end = 257;
const firstFree = 258;
const most = 4096;

function bitWriter(expected: number) {
  let room = new Uint8Array(Math.max(64, expected >> 2));
  let length = 0;
  let word = 0;
  let bits = 0;
  const byte = (value: number) => {
    if (length === room.length) {
      const larger = new Uint8Array(2 * room.length);
      larger.set(room);
      room = larger;
    }
    room[length++] = value;
  };
  return {
    put(code: number, size: number) {
      word = (word << size) | code;
      bits += size;
      while (bits >= 8) {
        bits -= 8;
        byte((word >>> bits) & 0xff);
      }
      word &= (1 << bits) - 1;
    },
    bytes() {
      if (bits > 0) byte((word << (8 - bits)) & 0xff);
      return room.subarray(0, length);
    },
  };
}
