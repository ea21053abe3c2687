import { nth } from "../numeric/nth";
import { characters, regular, semibold, unitsPerEm } from "./interAdvances";
import { element, type SvgElement } from "./svg";

export type Weight = 400 | 600;

const place = new Map([...characters].map((character, index) => [character, index]));

/**
 * Advance in em of a character the font lacks: other scripts and emoji come from fonts of the reader's machine, most of
 * them square.
 */
const fallbackAdvance = 1.1;

/** Code points that take no room of their own: combining marks, joiners, direction marks, variation selectors. */
const weightless = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/**
 * Width of a line of text set in Inter, in the unit of `size`; kerning, which only draws letters together, is not
 * counted (under 1% in ordinary words).
 */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const advances = weight === 600 ? semibold : regular;
  let units = 0;
  for (const character of text) units += advanceOf(character, advances);
  return (units / unitsPerEm) * size;
}

function advanceOf(character: string, advances: readonly number[]): number {
  const index = place.get(character);
  if (index !== undefined) return nth(advances, index);
  return weightless.test(character) ? 0 : fallbackAdvance * unitsPerEm;
}

/** The text, or as much of it as fits followed by an ellipsis. */
export function ellipsis(text: string, width: number, size: number, weight: Weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  const clusters = graphemes(text);
  let low = 0;
  let high = clusters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(`${clusters.slice(0, middle).join("")}…`, size, weight) <= width) low = middle;
    else high = middle - 1;
  }
  return `${clusters.slice(0, low).join("").trimEnd()}…`;
}

/**
 * Lines no wider than `width`, broken at spaces and after hyphens and slashes; what is left over at the last line is
 * ellipsised.
 */
export function wrap(
  text: string,
  width: number,
  size: number,
  weight: Weight = 400,
  lines = Number.POSITIVE_INFINITY,
): string[] {
  const pieces = text.trim().split(/(?<=\s)|(?<=[-–/])(?=\S)/u);
  const made: string[] = [];
  let line = "";
  for (const [index, piece] of pieces.entries()) {
    if (line === "" || textWidth((line + piece).trimEnd(), size, weight) <= width) {
      line += piece;
      continue;
    }
    if (made.length === lines - 1) {
      line += pieces.slice(index).join("");
      break;
    }
    made.push(line);
    line = piece;
  }
  return [...made, line].map((each) => ellipsis(each.trim(), width, size, weight));
}

/** A name with the room it has. */
export interface Roomed {
  name: string;
  width: number;
  lines: number;
}

/**
 * Names in lines as `wrap` gives them; those that would read alike though they differ show where they do, in place of
 * what they have in common: "Trabectedin aft…, arm A", "Trabectedin aft…, arm B".
 */
export function wrapApart(named: readonly Roomed[], size: number, weight: Weight = 400): string[][] {
  const made = named.map(({ name, width, lines }) => wrap(name, width, size, weight, lines));
  for (let round = 0; round < 4; round++) {
    const shown = made.map((lines) => lines.join("\n"));
    const confused = shown.flatMap((one, place) => {
      const like = [...shown.keys()].filter(
        (each) => nth(named, each).name !== nth(named, place).name && readAlike(one, nth(shown, each)),
      );
      return like.length > 0 ? [{ place, like: [place, ...like] }] : [];
    });
    if (confused.length === 0) break;
    for (const { place, like } of confused) {
      const from = differenceIn(like.map((each) => graphemes(nth(named, each).name)));
      made[place] = shownFrom(nth(named, place), from, size, weight);
    }
  }
  return made;
}

/** Two names are one to a reader where at most two letters before their ellipses tell them apart. */
function readAlike(one: string, other: string): boolean {
  if (one === other) return true;
  if (!one.endsWith("…") || !other.endsWith("…")) return false;
  const [a, b] = [one, other].map((each) => graphemes(each.slice(0, -1).trimEnd())) as [string[], string[]];
  const least = Math.min(a.length, b.length);
  const common = a.findIndex((each, place) => b[place] !== each);
  return least - 2 <= (common < 0 ? least : common);
}

/** Where names begin to differ, in characters; from the beginning of that word where it is near. */
function differenceIn(names: readonly string[][]): number {
  const [first = []] = names;
  const apart = first.findIndex((each, place) => names.some((name) => name[place] !== each));
  const from = apart < 0 ? first.length : apart;
  const word = first.slice(0, from).findLastIndex((each) => /[\s/–-]/u.test(each)) + 1;
  return from - word <= 8 ? word : Math.max(0, from - 2);
}

/** The name from there on, at the end of what of its beginning has room. */
function shownFrom({ name, width, lines }: Roomed, from: number, size: number, weight: Weight): string[] {
  const all = graphemes(name);
  const rest = `…${all.slice(from).join("")}`;
  if (lines > 1) {
    const before = wrap(name, width, size, weight, lines).slice(0, -1);
    return [...before, ellipsis(rest, width, size, weight)];
  }
  const end = ellipsis(rest, width * 0.7, size, weight);
  let begin = all.slice(0, from);
  while (begin.length > 0 && textWidth(begin.join("") + end, size, weight) > width) begin = begin.slice(0, -1);
  return [`${begin.join("").trimEnd()}${end}`];
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What a reader sees as single characters, so that no emoji or accent is cut in two. */
function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

export interface TextStyle {
  size: number;
  fill: string;
  weight?: Weight;
  anchor?: "start" | "middle" | "end";
  /** The whole text where `content` is shortened, shown on hover and read aloud. */
  whole?: string;
}

/** A line of text whose baseline is at `y`. */
export function label(
  x: number,
  y: number,
  content: string,
  { size, fill, weight = 400, anchor, whole }: TextStyle,
): SvgElement {
  const title = whole !== undefined && whole !== content ? element("title", {}, whole) : null;
  const attributes = {
    x,
    y,
    "font-size": size,
    "font-weight": weight === 400 ? undefined : weight,
    fill,
    "text-anchor": anchor === "start" ? undefined : anchor,
  };
  return element("text", attributes, content, title);
}

/**
 * From the middle of a line of text down to its baseline, as a share of its size: half the height of Inter's capitals.
 */
export const middleToBaseline = 0.364;
