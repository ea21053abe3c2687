import type { EventReading, Outcome } from "../board/board";
import { formatCount } from "../format";
import { folded } from "./headerWords";
import { languages } from "./languages";

type Coding = EventReading["coding"];
interface Counted {
  value: string;
  count: number;
}

/** Phrases of English and of the other languages. */
function words(english: string, kind: "yes" | "no" | "dead" | "alive" | "censored" | "recurred" | "free") {
  const foreign = Object.values(languages).map((language) => language[kind]);
  return new Set([english, ...foreign].flatMap((list) => list.split("|").map(folded)));
}

export const yesWords = words("yes|y|true|t", "yes");
export const noWords = words("no|n|false|f", "no");
export const deadWords = words("dead|death|deceased|died|exitus", "dead");
export const aliveWords = words("alive|living|survived", "alive");
export const censoredWords = words("censored", "censored");
const flag = {
  event: new Set(["1", "1.0", "event", ...yesWords]),
  censored: new Set(["0", "0.0", "no event", ...noWords, ...censoredWords]),
};
const vital = {
  event: new Set(["dod", "doc", ...deadWords]),
  censored: new Set([
    "awd",
    "ned",
    "ltfu",
    "lost to follow up",
    "lost to follow-up",
    "lost to followup",
    "lost to f/u",
    "lost to fu",
    ...aliveWords,
  ]),
};
const disease = {
  event: words(
    "progressed|progression|pd|relapsed|relapse|recurred|recurrence|recurred/progressed|recurred / progressed",
    "recurred",
  ),
  censored: words("diseasefree|disease free|disease-free|no progression|no relapse|no recurrence", "free"),
};

/** A value as it is looked up: one form for both sexes, "décédé(e)" and "vivo/a" as "decede" and "vivo". */
export const plainValue = (value: string): string =>
  folded(value.trim())
    .replace(/\s+/g, " ")
    .replace(/^(\p{L}{3,})(\(\p{L}{1,2}\)|\/\p{L})$/u, "$1");

/**
 * What a status word usually means, null where it must be asked. "AWD" and "DOC" have their meaning in overall survival
 * alone: alive with disease is usually an event in disease-free survival, death of another cause competes in
 * cause-specific survival.
 */
export function usualMeaning(value: string, deathOnly: boolean): Outcome | null {
  const word = plainValue(value);
  const [, prefix, rest = ""] = /^([01]):\s*(.*)/.exec(word) ?? [];
  if (prefix) {
    const as = prefix === "1" ? "event" : "censored";
    const said = usualMeaning(rest, deathOnly);
    return said === null || said === as ? as : null;
  }
  for (const list of deathOnly ? [flag, vital] : [flag, disease]) {
    if (list.event.has(word)) return "event";
    if (list.censored.has(word)) return "censored";
  }
  return null;
}

/**
 * The coding that a whole column of a status suggests; values it leaves out wait for the user. Numbers other than 0 and
 * 1 are never decided: 1/2 can mean either, and a 2 beside 0 and 1 can be a competing event or a slip. A column that is
 * all 0 or all 1 is decided by its name alone (`plainFlag`: it speaks of an event).
 */
export function usualCoding(levels: readonly Counted[], deathOnly: boolean, plainFlag: boolean): Coding {
  const values = levels.map(({ value }) => value.trim());
  const numeric = values.filter((value) => /^[-+]?\d+(\.0+)?$/.test(value));
  const numbers = new Set(numeric.map(Number));
  const zeroOne = numbers.has(0) && numbers.has(1) ? true : plainFlag;
  const others = [...numbers].some((number) => number !== 0 && number !== 1);
  const rare = levels.filter(({ value }) => numeric.includes(value.trim()) && ![0, 1].includes(Number(value)));
  const total = levels.reduce((sum, { count }) => sum + count, 0);
  const stray = numbers.has(0) && zeroOne && rare.reduce((sum, { count }) => sum + count, 0) <= 0.05 * total;
  // A cross alone marks those to whom it happened; what its absence says is asked.
  const [only] = values;
  if (values.length === 1 && plainFlag && /^[x×✓✔+*]$/i.test(only ?? ""))
    return levels.map(({ value }) => ({ value, as: "event" }));
  return levels.flatMap(({ value }) => {
    const isNumber = numeric.includes(value.trim());
    if (isNumber && (!zeroOne || (others && !stray && Number(value) !== 0))) return [];
    const as = isNumber
      ? [0, 1].includes(Number(value))
        ? usualMeaning(String(Number(value)), deathOnly)
        : null
      : usualMeaning(value, deathOnly);
    return as ? [{ value, as }] : [];
  });
}

/** One way to read a whole column, in words with counts: "event = 2 (165), censored = 1 (63)". */
export interface WholeReading {
  words: string;
  coding: Coding;
}

/**
 * The readings worth asking about as a whole: two values either way round, or 0, 1, 2 with either as the event; none
 * for other columns.
 */
export function wholeReadings(lines: readonly Counted[]): WholeReading[] {
  const values = lines.map(({ value }) => value);
  const codings: Outcome[][] = [];
  if (values.length === 2) codings.push(["censored", "event"], ["event", "censored"]);
  if (values.length === 3 && values.map(Number).join() === "0,1,2")
    codings.push(
      ["censored", "competing", "event"],
      ["censored", "event", "competing"],
      ["censored", "event", "event"],
    );
  return codings.map((outcomes) => {
    const read = outcomes.flatMap((as, index) => {
      const line = lines[index];
      return line ? [{ ...line, as }] : [];
    });
    return { coding: read.map(({ value, as }) => ({ value, as })), words: codingInWords(read) };
  });
}

const outcomeWords: [Outcome | null, string][] = [
  ["event", "event"],
  ["censored", "censored"],
  ["competing", "competing event"],
  ["exclude", "left out"],
  [null, "not decided"],
];

/**
 * "event = 1:DECEASED (142), censored = 0:LIVING (201)"; `event` is what else the event of these values is called, such
 * as death where they are the vital status of an endpoint that has more events.
 */
export function codingInWords(lines: readonly (Counted & { as: Outcome | null })[], event = "event"): string {
  return outcomeWords
    .flatMap(([outcome, name]) => {
      const some = lines.filter(({ as }) => as === outcome);
      const listed = some.map(({ value, count }) => `${value} (${formatCount(count)})`).join(", ");
      return some.length > 0 ? [`${outcome === "event" ? event : name} = ${listed}`] : [];
    })
    .join(", ");
}
