"use client";

import type { Endpoint, EventReading } from "../../lib/board/board";
import { codedLines } from "../../lib/cohort/endpoint";
import { codingFor, deathOnly } from "../../lib/cohort/layouts/endpointParts";
import { timeOfEndpoint } from "../../lib/cohort/readingLine";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { capitalized, counted, formatCount } from "../../lib/format";
import type { EndpointView } from "../../lib/panels/prepared";
import { removeEndpoint, setCoding, setEndpoint } from "../actions/mapping";
import { CommittedText } from "../controls/Committed";
import { named, none } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import { Coding, CodingTools, codingLine } from "./Coding";
import { EndpointMore } from "./EndpointMore";
import styles from "./Endpoints.module.css";
import { TimeFields } from "./TimeFields";
import { statusColumns } from "./timeDraft";

/** An endpoint with its time, its event and what every value means; each choice can be changed. */
export function EndpointCard({
  endpoint,
  view,
  summary,
}: {
  endpoint: Endpoint;
  view: EndpointView | undefined;
  summary: TableSummary;
}) {
  const { event, time } = endpoint;
  const set = (change: Partial<Endpoint>) => setEndpoint(endpoint.id, change);
  const lines = codedLines(view?.coding ?? null, event?.coding ?? []);
  const reads = {
    deathOnly: deathOnly(endpoint),
    onCoding: (coding: EventReading["coding"]) => setCoding(endpoint, coding),
  };
  const nothing = time.from === "rule" ? [none("none: the dates say it")] : event === null ? [none("choose")] : [];
  return (
    <article className={styles.endpoint} aria-label={endpoint.label}>
      <div className={styles.head}>
        <CommittedText
          label="Name of the endpoint"
          value={endpoint.label}
          onValue={(label) => label !== "" && set({ label })}
        />
      </div>
      <p className={styles.said}>{capitalized(timeOfEndpoint(endpoint))}</p>
      {event && view?.coding && (
        <p data-testid={`coding-${endpoint.id}`}>
          {codingLine(event, view.coding, time.from === "rule" ? "death" : undefined)}
        </p>
      )}
      {view?.ledger && (
        <p>
          <strong>
            {formatCount(view.ledger.used)} of {counted(view.ledger.patients, "patient")} usable
          </strong>
          {view.outcomes && view.ledger.used > 0 && <>, {outcomesInWords(view.outcomes)}</>}
        </p>
      )}
      {event && lines.length > 0 && lines.every(({ as }) => as !== null) && (
        <CodingTools {...reads} event={event} lines={lines} />
      )}
      <details className={styles.change} open={needsMore(endpoint, view)}>
        <summary>Change</summary>
        <div className={styles.fields}>
          <TimeFields
            time={time}
            summary={summary}
            onTime={(next) =>
              set({ time: next, ...(next.from === "rule" && time.from !== "rule" && next.death && { event: null }) })
            }
          />
          <Labeled label={time.from === "rule" ? "Vital status" : "Event"}>
            <Picker
              value={event?.column ?? null}
              choices={[...nothing, ...named(statusColumns(summary))]}
              onValue={(column) => set({ event: column === null ? null : eventOf(summary, column, endpoint) })}
            />
          </Labeled>
        </div>
        {event && view?.coding && <Coding {...reads} event={event} counts={view.coding} tools={false} />}
        <EndpointMore endpoint={endpoint} view={view} summary={summary} />
        <button type="button" data-look="plain" className={styles.delete} onClick={() => removeEndpoint(endpoint.id)}>
          Delete this endpoint and its panels
        </button>
      </details>
    </article>
  );
}

/** Whether something is lacking that is asked nowhere else. */
const needsMore = ({ event, time }: Endpoint, view: EndpointView | undefined): boolean =>
  (event === null && time.from !== "rule" && time.from !== "outcome") ||
  (view?.ledger === null && view.problem !== null);

/** An event column as its values suggest it for this endpoint. */
function eventOf(summary: TableSummary, name: string, endpoint: Endpoint): EventReading {
  const column = summary.columns.find((each) => each.name === name);
  const coding = column ? codingFor(column, deathOnly({ ...endpoint, event: null })) : [];
  return { column: name, coding, competing: null };
}

function outcomesInWords({ event, censored, competing }: NonNullable<EndpointView["outcomes"]>): string {
  const parts = [
    `${formatCount(event)} ${event === 1 ? "event" : "events"}`,
    ...(competing > 0 ? [`${formatCount(competing)} competing`] : []),
    `${formatCount(censored)} censored`,
  ];
  return parts.join(", ");
}
