"use client";

import type { EventReading, Outcome } from "../../lib/board/board";
import { type CodingCounts, codedLines } from "../../lib/cohort/endpoint";
import { blankValue } from "../../lib/cohort/eventCodes";
import { codingInWords, usualMeaning, wholeReadings } from "../../lib/cohort/eventMeaning";
import { formatCount } from "../../lib/format";
import { none, worded } from "../controls/choices";
import { Select } from "../controls/Select";
import styles from "./Endpoints.module.css";

type Coding = EventReading["coding"];

const outcomes: Record<Outcome, string> = {
  event: "event",
  censored: "censored",
  competing: "competing event",
  exclude: "leave out",
};

const ofBlank = { exclude: "not known: leave out", censored: "censored: nothing had happened" } as const;

/** Where only the event is written, what blank says must be known. */
const asksOfBlank = ([only, ...more]: readonly { as: Outcome | null }[]) => only?.as === "event" && more.length === 0;

/** Every value of an event column with its count, and what it means; blank cells are censored only where the user says so. */
export function Coding({
  id,
  event,
  counts,
  deathOnly,
  tools = true,
  onCoding,
}: {
  /** Where its meaning is said beside it. */
  id?: string;
  event: Pick<EventReading, "column" | "coding">;
  counts: CodingCounts;
  deathOnly: boolean;
  /** Whether whole readings are offered here. */
  tools?: boolean;
  onCoding: (coding: Coding) => void;
}) {
  const meaning = new Map(event.coding.map(({ value, as }) => [value, as]));
  const lines = codedLines(counts, event.coding);
  const blankAs = meaning.get(blankValue) ?? null;
  const setOutcome = (value: string, as: Outcome | null) => {
    const others = event.coding.filter((line) => line.value !== value);
    onCoding(as === null ? others : [...others, { value, as }]);
  };
  return (
    <div className={styles.coding}>
      {id !== undefined && <p data-testid={`coding-${id}`}>{codingLine(event, counts)}</p>}
      <ul>
        {lines.map(({ value, count, as }) => (
          <li key={value} data-as={as ?? "open"}>
            <span className={styles.value} title={value}>
              {value}
            </span>
            <span className={styles.count}>{formatCount(count)}</span>
            <Select
              label={`${value} in ${event.column} means`}
              value={as}
              choices={[none("needs your answer"), ...worded(outcomes)]}
              onValue={(outcome) => setOutcome(value, outcome)}
            />
          </li>
        ))}
        {counts.blank > 0 && (
          <li data-as={blankAs ?? (asksOfBlank(lines) ? "open" : undefined)}>
            <span className={styles.value}>blank</span>
            <span className={styles.count}>{formatCount(counts.blank)}</span>
            <Select
              label={`Blank in ${event.column} means`}
              value={blankAs}
              choices={[none(asksOfBlank(lines) ? "needs your answer" : "left out"), ...worded(ofBlank)]}
              onValue={(outcome) => setOutcome(blankValue, outcome)}
            />
          </li>
        )}
      </ul>
      {tools && <CodingTools event={event} lines={lines} deathOnly={deathOnly} onCoding={onCoding} />}
    </div>
  );
}

/** "event = dead (10), censored = alive (12), blank (2)". */
export function codingLine({ coding }: Pick<EventReading, "coding">, counts: CodingCounts, happens?: string): string {
  const blank = coding.find(({ value }) => value === blankValue)?.as ?? null;
  const blanks = counts.blank > 0 && blank !== null ? [{ value: "blank", count: counts.blank, as: blank }] : [];
  return codingInWords([...codedLines(counts, coding), ...blanks], happens);
}

type Line = CodingCounts["lines"][number];

/** Whole readings where values wait: the usual meaning of words, or both ways round; and the swap where all is said. */
export function CodingTools({
  event,
  lines,
  deathOnly,
  onCoding,
}: {
  event: Pick<EventReading, "coding">;
  lines: Line[];
  deathOnly: boolean;
  onCoding: (coding: Coding) => void;
}) {
  const open = lines.filter(({ as }) => as === null);
  if (open.length === 0 && event.coding.length > 0)
    return (
      <div className={styles.codingTools}>
        <button type="button" data-look="plain" onClick={() => onCoding(swapped(event.coding))}>
          Swap event and censored
        </button>
      </div>
    );
  const usual = open.flatMap(({ value }) => {
    const as = usualMeaning(value, deathOnly);
    return as && !/^\d/.test(value) ? [{ value, as }] : [];
  });
  const all = open.length === lines.length || lines.length === 3;
  const whole = all && usual.length < open.length ? wholeReadings(lines) : [];
  if (usual.length + whole.length === 0) return null;
  return (
    <div className={styles.codingTools}>
      {usual.length > 0 && (
        <button type="button" onClick={() => onCoding([...event.coding, ...usual])}>
          Use {usual.map(({ value, as }) => `${value} = ${as}`).join(", ")}
        </button>
      )}
      {whole.map(({ words, coding }) => (
        <button key={words} type="button" onClick={() => onCoding(coding)}>
          {words}
        </button>
      ))}
    </div>
  );
}

const swapped = (coding: Coding): Coding =>
  coding.map((line) => ({
    ...line,
    as: line.as === "event" ? "censored" : line.as === "censored" ? "event" : line.as,
  }));
