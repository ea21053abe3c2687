"use client";

import type { Endpoint, EventReading } from "../../lib/board/board";
import { codingFor, deathOnly } from "../../lib/cohort/layouts/endpointParts";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { formatCount } from "../../lib/format";
import type { EndpointView } from "../../lib/panels/prepared";
import { removeEndpoint, setCoding, setEndpoint } from "../actions/mapping";
import { CommittedText } from "../controls/Committed";
import { named, none } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Select } from "../controls/Select";
import { Coding } from "./Coding";
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
  const nothing = time.from === "rule" ? [none("none: the dates say it")] : event === null ? [none("choose")] : [];
  return (
    <article className={styles.endpoint} aria-label={endpoint.label}>
      <div className={styles.head}>
        <CommittedText
          label="Name of the endpoint"
          value={endpoint.label}
          onValue={(label) => label !== "" && set({ label })}
        />
        {view?.outcomes && (view.ledger?.used ?? 0) > 0 && <p className="quiet">{outcomesInWords(view.outcomes)}</p>}
      </div>
      <div className={styles.fields}>
        <TimeFields
          time={time}
          summary={summary}
          onTime={(next) =>
            set({ time: next, ...(next.from === "rule" && time.from !== "rule" && next.death && { event: null }) })
          }
        />
        <Labeled label={time.from === "rule" ? "Vital status" : "Event"}>
          <Select
            value={event?.column ?? null}
            choices={[...nothing, ...named(statusColumns(summary))]}
            onValue={(column) => set({ event: column === null ? null : eventOf(summary, column, endpoint) })}
          />
        </Labeled>
      </div>
      {event && view?.coding && (
        <Coding
          id={endpoint.id}
          event={event}
          counts={view.coding}
          deathOnly={deathOnly(endpoint)}
          onCoding={(coding) => setCoding(endpoint, coding)}
        />
      )}
      <EndpointMore endpoint={endpoint} view={view} summary={summary} />
      <button type="button" data-look="plain" className={styles.delete} onClick={() => removeEndpoint(endpoint.id)}>
        Delete this endpoint and its panels
      </button>
    </article>
  );
}

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
