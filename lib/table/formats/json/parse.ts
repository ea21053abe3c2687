/**
 * A value of a JSON text. A number that a double cannot say as it is written keeps its text; nothing else about it is
 * lost, as an id of twenty digits would be.
 */
export type Json = null | boolean | number | string | NumberText | Json[] | Map<string, Json>;

export class NumberText {
  constructor(readonly text: string) {}
}

/** Deeper than any table. */
const deepest = 64;
const number = /-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)|NaN/y;
const word = /true|false|null/y;
const blank = /[ \t\r\n]*/y;
const plain = /[^"\\]*/y;

/**
 * The values of a text, one behind the other as in NDJSON: one in a JSON document. Null where the text is none, or is
 * cut off. NaN and Infinity, which Python writes, are let in.
 */
export function parseValues(text: string): Json[] | null {
  const values: Json[] = [];
  let at = 0;
  try {
    for (skip(); at < text.length; skip()) values.push(value(0));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return values;

  function match(pattern: RegExp): string {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  }

  function skip(): void {
    match(blank);
  }

  function expect(character: string): void {
    if (text[at++] !== character) throw new SyntaxError();
  }

  function value(depth: number): Json {
    if (depth > deepest) throw new SyntaxError();
    skip();
    switch (text[at]) {
      case "{":
        return record(depth);
      case "[":
        return list(depth);
      case '"':
        return string();
      case "t":
      case "f":
      case "n": {
        const said = match(word);
        if (said === "") throw new SyntaxError();
        return said === "null" ? null : said === "true";
      }
      default: {
        const written = match(number);
        if (written === "") throw new SyntaxError();
        return asNumber(written);
      }
    }
  }

  function record(depth: number): Map<string, Json> {
    const made = new Map<string, Json>();
    at++;
    skip();
    if (text[at] === "}") return close(made);
    for (;;) {
      skip();
      if (text[at] !== '"') throw new SyntaxError();
      const key = string();
      if (made.has(key)) throw new SyntaxError();
      skip();
      expect(":");
      made.set(key, value(depth + 1));
      if (!more("}")) return made;
    }
  }

  function list(depth: number): Json[] {
    const made: Json[] = [];
    at++;
    skip();
    if (text[at] === "]") return close(made);
    do made.push(value(depth + 1));
    while (more("]"));
    return made;
  }

  function close<T>(made: T): T {
    at++;
    return made;
  }

  function more(end: string): boolean {
    skip();
    const next = text[at++];
    if (next !== "," && next !== end) throw new SyntaxError();
    return next === ",";
  }

  function string(): string {
    at++;
    let made = "";
    for (;;) {
      made += match(plain);
      const next = text[at++];
      if (next === '"') return made;
      if (next !== "\\") throw new SyntaxError();
      made += escaped();
    }
  }

  function escaped(): string {
    const mark = text[at++];
    if (mark === "u") {
      const code = text.slice(at, at + 4);
      if (!/^[\da-fA-F]{4}$/.test(code)) throw new SyntaxError();
      at += 4;
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    const found = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" }[mark];
    if (found === undefined) throw new SyntaxError();
    return found;
  }
}

function asNumber(written: string): Json {
  const read = Number(written);
  if (Number.isNaN(read)) return null;
  const digits = written.replace(/[eE].*|[-.]/g, "").replace(/^0+/, "");
  return digits.length <= 15 || Number(written).toString() === written ? read : new NumberText(written);
}
