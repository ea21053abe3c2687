"use client";

import type { Endpoint, Outcome } from "../../lib/board/board";
import type { CodingLine } from "../../lib/cohort/endpoint";
import { usualMeaning } from "../../lib/cohort/propose";
import { formatCount } from "../../lib/format";
import type { EndpointView } from "../../lib/panels/prepared";
import { setOutcome, setOutcomes } from "../actions/mapping";
import styles from "./Endpoints.module.css";

const outcomes: [Outcome, string][] = [
  ["event", "event"],
  ["censored", "censored"],
  ["competing", "competing event"],
  ["exclude", "leave out"],
];

/** Every value of the event column with its count, and what it means. */
export function Coding({
  endpoint,
  coding: answered,
}: {
  endpoint: Endpoint;
  coding: NonNullable<EndpointView["coding"]>;
}) {
  const meaning = new Map(endpoint.event.coding.map(({ value, as }) => [value, as]));
  const lines = answered.lines.map(({ value, count }) => ({ value, count, as: meaning.get(value) ?? null }));
  const proposals = lines.flatMap(({ value }) => {
    const as = usualMeaning(value);
    return as ? [{ value, as }] : [];
  });
  const undecided = lines.some(({ as }) => as === null);
  const inverted = endpoint.event.coding.map((line): Endpoint["event"]["coding"][number] => ({
    ...line,
    as: line.as === "event" ? "censored" : line.as === "censored" ? "event" : line.as,
  }));
  return (
    <div className={styles.coding}>
      <p data-testid={`coding-${endpoint.id}`}>{codingInWords(lines)}</p>
      <ul>
        {lines.map(({ value, count, as }) => (
          <li key={value} data-open={as === null}>
            <span className={styles.value}>
              {value} <span className="quiet">· {formatCount(count)}</span>
            </span>
            <select
              aria-label={`${value} in ${endpoint.event.column} means`}
              value={as ?? ""}
              onChange={(event) =>
                setOutcome(endpoint, value, event.target.value === "" ? null : (event.target.value as Outcome))
              }
            >
              <option value="">needs your answer</option>
              {outcomes.map(([outcome, label]) => (
                <option key={outcome} value={outcome}>
                  {label}
                </option>
              ))}
            </select>
          </li>
        ))}
        {answered.blank > 0 && (
          <li>
            <span className={styles.value}>
              blank <span className="quiet">· {formatCount(answered.blank)}</span>
            </span>
            <span className="quiet">left out, never censored</span>
          </li>
        )}
      </ul>
      <div className={styles.codingTools}>
        {undecided && proposals.length > 0 && (
          <button type="button" onClick={() => setOutcomes(endpoint, proposals)}>
            Use {proposals.map(({ value, as }) => `${value} = ${as}`).join(", ")}
          </button>
        )}
        {!undecided && inverted.length > 0 && (
          <button type="button" data-look="plain" onClick={() => setOutcomes(endpoint, inverted)}>
            Swap event and censored
          </button>
        )}
      </div>
    </div>
  );
}

/** "event = 1 (62), censored = 0 (13)". */
function codingInWords(lines: CodingLine[]): string {
  const part = (as: Outcome | null, name: string) => {
    const some = lines.filter((line) => line.as === as);
    return some.length > 0
      ? [`${name} = ${some.map(({ value, count }) => `${value} (${formatCount(count)})`).join(", ")}`]
      : [];
  };
  return [...outcomes.flatMap(([outcome, name]) => part(outcome, name)), ...part(null, "not decided")].join(" · ");
}
