import { Inflate } from "fflate";
import { failed, ok, type Problem, problem, type Result } from "../../../result";
import type { Source } from "../../source";
import { joined } from "../bytes";

/** A packed folder whose files are unpacked one by one, within limits on what they really become. */
export interface Zip {
  names: string[];
  /** The whole file; a problem when it is damaged or when more comes out than a table ever holds. */
  unpack(name: string): Promise<Result<Uint8Array>>;
}

interface Entry {
  method: number;
  encrypted: boolean;
  packed: number;
  offset: number;
}

const mostEntries = 2000;
const mostBytes = 200 << 20;
const mostRatio = 200;
const alwaysAllowed = 10 << 20;
const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;

/**
 * Opens the folder by its directory at the end of the file. Source: PKWARE, APPNOTE.TXT, sections 4.3.7, 4.3.12 and
 * 4.3.16.
 */
export async function openZip(source: Source): Promise<Result<Zip>> {
  const tail = await source.read(Math.max(0, source.size - 65_558), source.size);
  const end = findEnd(view(tail));
  if (end < 0) return failed(damaged(source.name));
  const [count, size, start] = directoryPlace(view(tail), end);
  if (count > mostEntries) return failed(bomb(source.name));
  if (start + size > source.size) return failed(damaged(source.name));
  const entries = readDirectory(await source.read(start, start + size), count);
  if (!entries) return failed(damaged(source.name));
  let unpacked = 0;
  return ok({ names: [...entries.keys()], unpack });

  async function unpack(name: string): Promise<Result<Uint8Array>> {
    const entry = entries?.get(name);
    if (!entry) return failed(damaged(source.name));
    if (entry.encrypted) return failed(locked(source.name));
    const bytes = await packedBytes(source, entry);
    if (!bytes || (entry.method !== 0 && entry.method !== 8)) return failed(damaged(source.name));
    if (entry.method === 0) return ok(bytes);
    const result = inflated(bytes, (total) => {
      const all = unpacked + total;
      return all > mostBytes || (all > alwaysAllowed && all > mostRatio * source.size);
    });
    if (typeof result === "string") return failed(result === "bomb" ? bomb(source.name) : damaged(source.name));
    unpacked += result.length;
    return ok(result);
  }
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - 22; at >= 0; at--) if (tail.getUint32(at, true) === directoryEnd) return at;
  return -1;
}

const directoryPlace = (tail: DataView, end: number) =>
  [tail.getUint16(end + 10, true), tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)] as const;

function readDirectory(bytes: Uint8Array, count: number): Map<string, Entry> | null {
  const data = view(bytes);
  const entries = new Map<string, Entry>();
  let at = 0;
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || data.getUint32(at, true) !== directoryEntry) return null;
    const nameLength = data.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name, {
      encrypted: (data.getUint16(at + 8, true) & 1) === 1,
      method: data.getUint16(at + 10, true),
      packed: data.getUint32(at + 20, true),
      offset: data.getUint32(at + 42, true),
    });
    at += 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  return entries;
}

/** The bytes behind the entry's own header, whose name and extra field may have other lengths than in the directory. */
async function packedBytes(source: Source, { offset, packed }: Entry): Promise<Uint8Array | null> {
  if (offset + 30 > source.size) return null;
  const header = view(await source.read(offset, offset + 30));
  const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return start + packed > source.size ? null : source.read(start, start + packed);
}

/** Unpacks in small steps, so that a bomb is seen before it has burst. */
function inflated(packed: Uint8Array, tooMuch: (total: number) => boolean): Uint8Array | "bomb" | "damaged" {
  const pieces: Uint8Array[] = [];
  let total = 0;
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
    total += piece.length;
  });
  const step = 8192;
  try {
    for (let at = 0; at < packed.length || at === 0; at += step) {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
      if (tooMuch(total)) return "bomb";
    }
  } catch {
    return "damaged";
  }
  return joined(pieces);
}

const bomb = (name: string): Problem =>
  problem(
    "zip-bomb",
    `“${name}” unpacks to far more than its size and is not opened.`,
    "Save the table as CSV and open that.",
  );

export const damaged = (name: string): Problem =>
  problem(
    "workbook-damaged",
    `“${name}” begins like a workbook and is damaged or incomplete.`,
    "Fetch it again, or open it in Excel and save it anew.",
  );

const locked = (name: string): Problem =>
  problem("encrypted-workbook", `“${name}” is protected by a password.`, "Remove the password and open it again.");
