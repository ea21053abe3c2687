"use client";

import { useState } from "react";
import { type Endpoint, type TimeUnit, timeUnitSchema } from "../../lib/board/board";
import { unitOf } from "../../lib/cohort/propose";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { addEndpoint } from "../actions/mapping";
import { Choice } from "../Choice";
import { Field } from "../Field";
import styles from "./Endpoints.module.css";

const blank = { label: "", from: "column", column: "", start: "", end: "", unit: "", event: "" };

/** A form that is a draft until all of it is said; then it becomes an endpoint. */
export function NewEndpoint({ summary }: { summary: TableSummary }) {
  const [draft, setDraft] = useState<typeof blank | null>(null);
  if (draft === null) {
    return (
      <button type="button" className={styles.new} onClick={() => setDraft(blank)}>
        + Add endpoint
      </button>
    );
  }
  const set = (change: Partial<typeof blank>) => setDraft({ ...draft, ...change });
  const numbers = summary.columns.filter(({ kind }) => kind === "number").map(({ name }) => name);
  const dates = summary.columns.filter(({ kind }) => kind === "date").map(({ name }) => name);
  const events = summary.columns.filter(({ distinct }) => distinct !== null && distinct <= 100).map(({ name }) => name);
  const endpoint = completed(draft);
  return (
    <form
      className={styles.endpoint}
      aria-label="New endpoint"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (!endpoint) return;
        addEndpoint(endpoint);
        setDraft(null);
      }}
    >
      <div className={styles.fields}>
        <Field label="Name">
          <input
            type="text"
            value={draft.label}
            placeholder="Overall survival"
            onChange={(event) => set({ label: event.target.value })}
          />
        </Field>
        <Field label="Time comes from">
          <select value={draft.from} onChange={(event) => set({ from: event.target.value })}>
            <option value="column">a column of times</option>
            <option value="dates">two dates</option>
          </select>
        </Field>
        {draft.from === "column" ? (
          <Field label="Time">
            <Choice
              value={draft.column}
              choices={numbers}
              empty="choose"
              onChoice={(column) => set({ column, unit: unitOf(column) ?? draft.unit })}
            />
          </Field>
        ) : (
          <>
            <Field label="Starts at">
              <Choice value={draft.start} choices={dates} empty="choose" onChoice={(start) => set({ start })} />
            </Field>
            <Field label="Ends at">
              <Choice value={draft.end} choices={dates} empty="choose" onChoice={(end) => set({ end })} />
            </Field>
          </>
        )}
        <Field label={draft.from === "column" ? "Unit of the time" : "Shown in"}>
          <Choice
            value={draft.unit}
            choices={timeUnitSchema.options}
            empty="choose"
            onChoice={(unit) => set({ unit })}
          />
        </Field>
        <Field label="Event">
          <Choice value={draft.event} choices={events} empty="choose" onChoice={(event) => set({ event })} />
        </Field>
      </div>
      <div className={styles.codingTools}>
        <button type="submit" data-look="primary" disabled={!endpoint}>
          Add endpoint
        </button>
        <button type="button" onClick={() => setDraft(null)}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** The endpoint of a draft, null while something is not said. Its event values are for the user to name next. */
function completed({ label, from, column, start, end, unit, event }: typeof blank): Endpoint | null {
  if (unit === "" || event === "") return null;
  const common = {
    id: "endpoint",
    label: label.trim() || "Survival",
    event: { column: event, coding: [] },
    origin: "",
    entry: null,
    weight: null,
  };
  if (from === "column") return column === "" ? null : { ...common, time: { from, column, unit: unit as TimeUnit } };
  return start === "" || end === "" ? null : { ...common, time: { from: "dates", start, end, unit: unit as TimeUnit } };
}
