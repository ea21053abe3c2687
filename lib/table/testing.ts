import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./corpus/", import.meta.url));
const files = readdirSync(folder)
  .filter((name) => name !== "manifest.json")
  .map((name) => new Uint8Array(readFileSync(folder + name)));
const fixtures = fileURLToPath(new URL("./formats/fixtures/", import.meta.url));
const ofFormats = readdirSync(fixtures)
  // Damaged .xls has a test of its own.
  .filter((name) => !/\.(R|xls)$/.test(name))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(fixtures + name)) }));
for (const { name, bytes } of ofFormats) if (/\.(sav|xpt)$/.test(name)) files.push(bytes);
const small = files.filter(({ length }) => length > 0 && length < 8000);
const texts = [
  '"',
  '""',
  ",",
  ";",
  "\t",
  "|",
  "\n",
  "\r\n",
  "\r",
  "\0",
  "#",
  "sep=;\n",
  "\ufeff",
  "__proto__",
  "1,234",
  "03/04/20",
  "<0.5",
  "007",
  "Ü",
  "NaN",
  "1e999",
  "-",
  "'--",
  "\u2028",
  "=1+1",
];
const tokens = [
  ...texts.map((text) => new TextEncoder().encode(text)),
  Uint8Array.of(0xff),
  Uint8Array.of(0x93),
  Uint8Array.of(0xed, 0xa0, 0x80),
];

/** Lehmer's generator with the constants of Park and Miller (1988): the same files in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (48_271 * state) % 2_147_483_647;
    return state % below;
  };
}

function mutated(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const at = random(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + random(random(4) === 0 ? bytes.length : 12));
  const [before, piece, rest] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  const other = small[random(small.length)];
  const from = random(other.length);
  switch (random(6)) {
    case 0:
      return joined(before, rest);
    case 1:
      return joined(before, piece, piece, rest);
    case 2:
      return joined(before, tokens[random(tokens.length)], piece, rest);
    case 3:
      return joined(before, Uint8Array.of(random(256)), rest);
    case 4:
      return joined(before, other.subarray(from, from + 1 + random(60)), piece, rest);
    default:
      return random(10) === 0 ? before : joined(before, tokens[random(tokens.length)], rest);
  }
}

const joined = (...pieces: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));

/** Files of the corpus and of the formats, each damaged in up to four places: the same ones for the same seed. */
export function* damagedFiles(count: number, seed: number): Generator<Uint8Array> {
  const random = generator(seed);
  for (let run = 0; run < count; run++) {
    const pool = run % 500 === 0 ? files : small;
    let bytes: Uint8Array = pool[random(pool.length)];
    for (let times = random(4); times >= 0; times--) bytes = mutated(bytes, random);
    yield bytes;
  }
}

/** Files of the formats with large readers, each damaged in up to four places, the same for the same seed. */
export function* damagedFormats(count: number, seed: number): Generator<Uint8Array> {
  const random = generator(seed);
  const pool = ofFormats.map(({ bytes }) => bytes).filter(({ length }) => length > 0);
  for (let run = 0; run < count; run++) {
    let bytes: Uint8Array = pool[random(pool.length)];
    for (let times = random(4); times >= 0; times--) bytes = mutated(bytes, random);
    yield bytes;
  }
}

/** A file with a few bits turned over, a stretch made zero, or cut off: the same copies for the same seed. */
export function* damagedCopies(whole: Uint8Array, count: number, seed: number): Generator<Uint8Array> {
  const random = generator(seed);
  for (let run = 0; run < count; run++) {
    const bytes = whole.slice();
    for (let times = random(4); times >= 0; times--) bytes[random(bytes.length)] ^= 1 << random(8);
    const at = random(bytes.length);
    if (run % 5 === 0) bytes.fill(run % 2 === 0 ? 0 : 0xff, at, at + 1 + random(16));
    yield run % 7 === 0 ? bytes.subarray(0, at) : bytes;
  }
}
