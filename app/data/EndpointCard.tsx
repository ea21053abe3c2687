"use client";

import { type Endpoint, type TimeUnit, timeUnitSchema } from "../../lib/board/board";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import type { EndpointView } from "../../lib/panels/prepared";
import { removeEndpoint, setEndpoint } from "../actions/mapping";
import { Choice } from "../Choice";
import { CommittedText } from "../CommittedText";
import { Field } from "../Field";
import { Coding } from "./Coding";
import styles from "./Endpoints.module.css";

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
  const { time } = endpoint;
  const numbers = summary.columns.filter(({ kind }) => kind === "number").map(({ name }) => name);
  const dates = summary.columns.filter(({ kind }) => kind === "date").map(({ name }) => name);
  const eventColumns = summary.columns
    .filter(({ distinct }) => distinct !== null && distinct <= 100)
    .map(({ name }) => name);
  const set = (change: Partial<Endpoint>) => setEndpoint(endpoint.id, change);
  return (
    <article className={styles.endpoint} aria-label={endpoint.label}>
      <div className={styles.fields}>
        <Field label="Name">
          <CommittedText value={endpoint.label} onValue={(label) => label !== "" && set({ label })} />
        </Field>
        {time.from === "column" ? (
          <Field label="Time">
            <Choice value={time.column} choices={numbers} onChoice={(column) => set({ time: { ...time, column } })} />
          </Field>
        ) : (
          <>
            <Field label="Starts at">
              <Choice value={time.start} choices={dates} onChoice={(start) => set({ time: { ...time, start } })} />
            </Field>
            <Field label="Ends at">
              <Choice value={time.end} choices={dates} onChoice={(end) => set({ time: { ...time, end } })} />
            </Field>
          </>
        )}
        <Field label={time.from === "column" ? "Unit of the time" : "Shown in"}>
          <Choice
            value={time.unit}
            choices={timeUnitSchema.options}
            onChoice={(unit) => set({ time: { ...time, unit: unit as TimeUnit } })}
          />
        </Field>
        <Field label="Event">
          <Choice
            value={endpoint.event.column}
            choices={eventColumns}
            onChoice={(column) => set({ event: { column, coding: [] } })}
          />
        </Field>
        <Field label="Time zero is">
          <CommittedText value={endpoint.origin} placeholder="start of therapy" onValue={(origin) => set({ origin })} />
        </Field>
      </div>
      {view?.coding && <Coding endpoint={endpoint} coding={view.coding} />}
      <button type="button" data-look="plain" className={styles.delete} onClick={() => removeEndpoint(endpoint.id)}>
        Delete this endpoint and its panels
      </button>
    </article>
  );
}
