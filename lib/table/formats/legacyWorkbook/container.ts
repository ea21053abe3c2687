import { joined } from "../bytes";

/** Marks of the ends of chains, above all numbers of sectors. */
const lastSector = 0xfffffffa;
const listedInHeader = 109;

/**
 * The streams of a compound file by their names, read when asked for. Source: Microsoft, [MS-CFB]. Bounded: a chain that
 * leads in a circle or out of the file throws a RangeError.
 */
export function streamsOf(bytes: Uint8Array): Map<string, () => Uint8Array> {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = data.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw new RangeError("no such sectors");
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size) - 1;
  const table = sectorTable();

  const next = (sector: number) => table[sector] ?? lastSector;
  const directory = pieces(data.getUint32(48, true), next, sectorAt, sectors);
  const entries: { name: string; type: number; start: number; length: number }[] = [];
  const view = new DataView(directory.buffer);
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const letters = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    const name = new TextDecoder("utf-16le").decode(directory.subarray(at, at + letters));
    const [start, length] = [view.getUint32(at + 116, true), view.getUint32(at + 120, true)];
    entries.push({ name, type: directory[at + 66], start, length });
  }
  const root = entries.find(({ type }) => type === 5);
  const cutoff = data.getUint32(56, true);
  return new Map(
    entries
      .filter(({ type }) => type === 2)
      .map((entry) => [entry.name, () => (entry.length < cutoff ? small(entry) : large(entry))]),
  );

  function sectorAt(sector: number): Uint8Array {
    if (sector >= sectors) throw new RangeError("beyond the file");
    return bytes.subarray((sector + 1) * size, (sector + 2) * size);
  }

  /** Which sector follows each: its own sectors are listed in the header, and further on in a chain of lists. */
  function sectorTable(): Uint32Array {
    const listed: number[] = [];
    const numbers = (sector: Uint8Array) => new DataView(sector.buffer, sector.byteOffset, sector.byteLength);
    for (let place = 0; place < listedInHeader; place++) listed.push(data.getUint32(76 + 4 * place, true));
    let list = data.getUint32(68, true);
    for (let lists = 0; list < lastSector; lists++) {
      if (lists > sectors) throw new RangeError("a circle");
      const own = numbers(sectorAt(list));
      for (let at = 0; at + 8 <= own.byteLength; at += 4) listed.push(own.getUint32(at, true));
      list = own.getUint32(own.byteLength - 4, true);
    }
    const found: number[] = [];
    for (const sector of listed.filter((each) => each < lastSector).slice(0, sectors)) {
      const own = numbers(sectorAt(sector));
      for (let at = 0; at + 4 <= own.byteLength; at += 4) found.push(own.getUint32(at, true));
    }
    return Uint32Array.from(found);
  }

  function large({ start, length }: { start: number; length: number }): Uint8Array {
    return ofLength(pieces(start, next, sectorAt, sectors), length);
  }

  /** Small streams lie in sectors of 64 bytes inside the stream of the root. */
  function small({ start, length }: { start: number; length: number }): Uint8Array {
    if (length === 0) return new Uint8Array(0);
    if (!root) throw new RangeError("no root");
    const inside = pieces(root.start, next, sectorAt, sectors);
    const following = pieces(data.getUint32(60, true), next, sectorAt, sectors);
    const view = new DataView(following.buffer);
    const places = Math.ceil(inside.length / 64);
    const after = (place: number) => (4 * place + 4 <= following.length ? view.getUint32(4 * place, true) : lastSector);
    const at = (place: number) => {
      if (place >= places) throw new RangeError("beyond the file");
      return inside.subarray(64 * place, 64 * place + 64);
    };
    return ofLength(pieces(start, after, at, places), length);
  }
}

function pieces(
  start: number,
  next: (sector: number) => number,
  at: (sector: number) => Uint8Array,
  most: number,
): Uint8Array {
  const found: Uint8Array[] = [];
  for (let sector = start; sector < lastSector; sector = next(sector)) {
    if (found.length >= most) throw new RangeError("a circle");
    found.push(at(sector));
  }
  return joined(found);
}

function ofLength(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length < length) throw new RangeError("cut off");
  return bytes.subarray(0, length);
}
