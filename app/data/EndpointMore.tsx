"use client";

import { type Endpoint, type TimeUnit, timeUnitSchema } from "../../lib/board/board";
import { codingFor } from "../../lib/cohort/layouts/endpointParts";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import type { EndpointView } from "../../lib/panels/prepared";
import { setEndpoint } from "../actions/mapping";
import { Choice } from "../controls/Choice";
import { CommittedText } from "../controls/CommittedText";
import { Field } from "../controls/Field";
import { Coding } from "./Coding";
import styles from "./Endpoints.module.css";
import { statusColumns } from "./timeDraft";

/** What few endpoints need: what time zero is, delayed entry, and a second column that tells of competing events. */
export function EndpointMore({
  endpoint,
  view,
  summary,
}: {
  endpoint: Endpoint;
  view: EndpointView | undefined;
  summary: TableSummary;
}) {
  const { time, event, entry, entryUnit, origin } = endpoint;
  const set = (change: Partial<Endpoint>) => setEndpoint(endpoint.id, change);
  const fromDates = time.from === "dates" || time.from === "rule";
  const entries = summary.columns.filter(({ kind }) => kind === "number" || (fromDates && kind === "date"));
  const entryIsNumber = summary.columns.some(({ name, kind }) => name === entry && kind === "number");
  const competing = event?.competing ?? null;
  return (
    <details className={styles.more} open={entry !== null || competing !== null}>
      <summary>Time zero, delayed entry, competing events</summary>
      <div className={styles.fields}>
        <Field label="Time zero is">
          <CommittedText value={origin} placeholder="start of therapy" onValue={(text) => set({ origin: text })} />
        </Field>
        <Field label="Delayed entry">
          <Choice
            value={entry ?? ""}
            choices={entries.map(({ name }) => name)}
            empty="none: all are followed from time zero"
            onChoice={(name) => set({ entry: name === "" ? null : name })}
          />
        </Field>
        {entryIsNumber && (
          <Field label="Unit of the entry">
            <Choice
              value={entryUnit ?? ""}
              choices={timeUnitSchema.options}
              empty="that of the time"
              onChoice={(unit) => set({ entryUnit: unit === "" ? null : (unit as TimeUnit) })}
            />
          </Field>
        )}
        {event && time.from !== "rule" && (
          <Field label="Competing events">
            <Choice
              value={competing?.column ?? ""}
              choices={statusColumns(summary).filter((name) => name !== event.column)}
              empty="as coded above"
              onChoice={(name) => set({ event: { ...event, competing: competingOf(summary, name) } })}
            />
          </Field>
        )}
        {event && competing && (
          <Field label="They are called">
            <CommittedText
              value={competing.cause}
              onValue={(cause) => cause !== "" && set({ event: { ...event, competing: { ...competing, cause } } })}
            />
          </Field>
        )}
      </div>
      {event && competing && view?.competing && (
        <>
          <p className="quiet">Of those censored above, who had one:</p>
          <Coding
            id={`${endpoint.id}-competing`}
            event={competing}
            counts={view.competing}
            deathOnly
            onCoding={(coding) => set({ event: { ...event, competing: { ...competing, coding } } })}
          />
        </>
      )}
    </details>
  );
}

function competingOf(summary: TableSummary, name: string): NonNullable<Endpoint["event"]>["competing"] {
  const column = summary.columns.find((each) => each.name === name);
  return column ? { column: name, coding: codingFor(column, true), cause: "death of another cause" } : null;
}
