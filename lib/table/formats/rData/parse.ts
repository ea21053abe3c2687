import { beginsWith } from "../bytes";
import { expanded } from "./compact";
import { noAttributes, other, type RPairs, type RValue } from "./values";

/** Deeper than any data; a file that goes on so is damaged. */
const deepest = 400;

/** Kinds of values. Source: R Core Team, R Internals, 1.8 "Serialization Formats", and src/main/serialize.c of R 4.2.2. */
const pairTypes = new Set([2, 3, 5, 6, 17, 239, 240]);
const constants = new Set([241, 242, 250, 251, 252, 253]);

/**
 * The value in a file of R's (saveRDS, or save after its first line), written in binary (XDR). Throws a RangeError where
 * the bytes are cut off or no such value.
 */
export function parseR(bytes: Uint8Array): RValue {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seen: RValue[] = [];
  let at = /^RDX[23]\n/.test(String.fromCharCode(...bytes.subarray(0, 5))) ? 5 : 0;
  if (!beginsWith(bytes, "X\n", at)) throw new RangeError("not binary");
  at += 2;
  const version = int();
  at += 8;
  if (version !== 2 && version !== 3) throw new RangeError("no such version");
  const native = version === 3 ? new TextDecoder("latin1").decode(take(int())) : "UTF-8";
  const decoders = { utf8: new TextDecoder(), latin: new TextDecoder("windows-1252"), native: decoderOf(native) };
  return item(0);

  function int(): number {
    at += 4;
    return data.getInt32(at - 4);
  }

  function take(length: number): Uint8Array {
    if (length < 0 || at + length > bytes.length) throw new RangeError("cut off");
    at += length;
    return bytes.subarray(at - length, at);
  }

  /** A length, and that so many elements of at least so many bytes can follow. */
  function count(bytesEach: number): number {
    let length = int();
    if (length === -1) length = 4_294_967_296 * int() + (int() >>> 0);
    if (length < 0 || at + length * bytesEach > bytes.length) throw new RangeError("cut off");
    return length;
  }

  function item(depth: number): RValue {
    if (depth > deepest) throw new RangeError("too deep");
    const flags = int();
    const type = flags & 0xff;
    if (pairTypes.has(type)) return pairs(flags, depth);
    if (constants.has(type)) return other();
    switch (type) {
      case 0:
      case 254:
        return { kind: "pairs", values: [], rest: null, attributes: noAttributes };
      case 255: {
        const found = seen[(flags >>> 8 || int()) - 1];
        if (!found) throw new RangeError("no such reference");
        return found;
      }
      case 1:
        return kept(other(characters() ?? ""));
      case 4:
        return environment(depth);
      case 7:
      case 8:
        return other(String(take(int()).length));
      case 9:
        at -= 4;
        return other(characters() ?? "");
      case 21: {
        int();
        byteCode(depth);
        return withAttributes(other(), flags, depth);
      }
      case 22: {
        const pointer = kept(other());
        item(depth + 1);
        item(depth + 1);
        return withAttributes(pointer, flags, depth);
      }
      case 23:
        return withAttributes(kept(other()), flags, depth);
      case 25:
        return withAttributes(other(), flags, depth);
      case 238: {
        const info = item(depth + 1);
        const state = item(depth + 1);
        const attributes = attributesOf(item(depth + 1));
        const [name] = info.kind === "pairs" ? info.values : [];
        const made = expanded(name?.value.kind === "other" ? name.value.name : "", state);
        return { ...made, attributes: attributes.size > 0 ? attributes : made.attributes };
      }
      case 247:
      case 248:
      case 249: {
        int();
        const names = count(8);
        for (let place = 0; place < names; place++) characters();
        return kept(other());
      }
      default:
        return withAttributes(vector(type, depth), flags, depth);
    }
  }

  function kept<T extends RValue>(value: T): T {
    seen.push(value);
    return value;
  }

  function withAttributes(value: RValue, flags: number, depth: number): RValue {
    return flags & 0x200 ? { ...value, attributes: attributesOf(item(depth + 1)) } : value;
  }

  function vector(type: number, depth: number): RValue {
    const attributes = noAttributes;
    switch (type) {
      case 10:
      case 13: {
        const [length, start] = [count(4), at];
        at += 4 * length;
        const value = (place: number) => {
          const read = data.getInt32(start + 4 * place);
          return read === -2_147_483_648 ? Number.NaN : read;
        };
        return { kind: type === 10 ? "logical" : "integer", length, at: value, bits: null, attributes };
      }
      case 14: {
        const [length, start] = [count(8), at];
        at += 8 * length;
        const value = (place: number) => data.getFloat64(start + 8 * place);
        const bits = (place: number) => data.getBigInt64(start + 8 * place);
        return { kind: "double", length, at: value, bits, attributes };
      }
      case 15:
        take(16 * count(16));
        return other("complex numbers");
      case 16: {
        const length = count(8);
        return { kind: "strings", values: Array.from({ length }, characters), attributes };
      }
      case 19:
      case 20: {
        const length = count(4);
        return { kind: "list", values: Array.from({ length }, () => item(depth + 1)), attributes };
      }
      case 24:
        take(count(1));
        return other("bytes");
      default:
        throw new RangeError("no such type");
    }
  }

  /** A text with its encoding; null for NA. */
  function characters(): string | null {
    const flags = int();
    if ((flags & 0xff) !== 9) throw new RangeError("no text");
    const length = int();
    if (length === -1) return null;
    const levels = flags >>> 12;
    const decoder = levels & 8 ? decoders.utf8 : levels & 4 ? decoders.latin : decoders.native;
    const text = decoder.decode(take(length));
    if (flags & 0x200) attributesOf(item(1));
    return text;
  }

  /** A pairlist, and what is built like one: calls, functions, promises. */
  function pairs(first: number, depth: number): RPairs {
    const made: RPairs = { kind: "pairs", values: [], rest: null, attributes: noAttributes };
    for (let flags = first; ; ) {
      if (flags & 0x200) {
        const attributes = attributesOf(item(depth + 1));
        if (made.values.length === 0) made.attributes = attributes;
      }
      const tag = flags & 0x400 ? item(depth + 1) : null;
      made.values.push({ tag: tag?.kind === "other" ? tag.name : "", value: item(depth + 1) });
      const next = data.getInt32(at);
      if (!pairTypes.has(next & 0xff)) {
        const rest = item(depth + 1);
        made.rest = rest.kind === "pairs" && rest.values.length === 0 ? null : rest;
        return made;
      }
      flags = int();
    }
  }

  function attributesOf(value: RValue): ReadonlyMap<string, RValue> {
    return value.kind === "pairs" ? new Map(value.values.map(({ tag, value: own }) => [tag, own])) : noAttributes;
  }

  function environment(depth: number): RValue {
    const made = kept(other());
    int();
    for (let part = 0; part < 4; part++) item(depth + 1);
    return made;
  }

  /** The compiled form of a function, which is only stepped over. */
  function byteCode(depth: number): void {
    if (depth > deepest) throw new RangeError("too deep");
    item(depth + 1);
    const length = count(4);
    for (let place = 0; place < length; place++) {
      const type = int();
      if (type === 21) byteCode(depth + 1);
      else codeItem(type, depth + 1);
    }
  }

  function codeItem(given: number, depth: number): void {
    if (depth > deepest) throw new RangeError("too deep");
    let type = given;
    if (type === 243) {
      int();
      return;
    }
    if (![2, 6, 239, 240, 244].includes(type)) {
      item(depth + 1);
      return;
    }
    if (type === 244) {
      int();
      type = int();
    }
    if (type === 239 || type === 240) item(depth + 1);
    item(depth + 1);
    codeItem(int(), depth + 1);
    codeItem(int(), depth + 1);
  }
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("windows-1252");
  }
}
