"use client";

import { useState } from "react";
import type { Endpoint, EndpointTime } from "../../lib/board/board";
import { endpointRules } from "../../lib/cohort/endpointRules";
import { dateColumns, statusColumn } from "../../lib/cohort/layouts/dateSheet";
import { codingFor, deathOnly, endpointFrom, idOf } from "../../lib/cohort/layouts/endpointParts";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { addEndpoint } from "../actions/mapping";
import { blank, named } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import styles from "./Endpoints.module.css";
import { TimeFields } from "./TimeFields";
import { blankTime, isChosen, statusColumns, withUnit } from "./timeDraft";

interface Draft {
  label: string;
  time: EndpointTime;
  event: string;
}

/** A form that is a draft until all of it is said; then it becomes an endpoint. */
export function NewEndpoint({ summary }: { summary: TableSummary }) {
  const [draft, setDraft] = useState<Draft | null>(null);
  if (draft === null) {
    const hasDates = dateColumns(summary).length > 1;
    const begin = () =>
      setDraft({
        label: "",
        time: blankTime(hasDates ? "rule" : "column", summary),
        event: hasDates ? (statusColumn(summary)?.name ?? "") : "",
      });
    return (
      <button type="button" className={styles.new} onClick={begin}>
        + Add endpoint
      </button>
    );
  }
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const endpoint = completed(draft, summary);
  const ruled = draft.time.from === "rule";
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
        <Labeled label="Name">
          <input
            type="text"
            value={draft.label}
            placeholder={draft.time.from === "rule" ? endpointRules[draft.time.rule].label : "Overall survival"}
            onChange={(event) => set({ label: event.target.value })}
          />
        </Labeled>
        <TimeFields time={draft.time} summary={summary} onTime={(time) => set({ time: withUnit(time, draft.time) })} />
        {asksForStatus(draft.time) && (
          <Labeled label={ruled ? "Vital status" : "Event"}>
            <Picker
              value={draft.event}
              choices={[blank(ruled ? "none: the dates say it" : "choose"), ...named(statusColumns(summary))]}
              onValue={(event) => set({ event })}
            />
          </Labeled>
        )}
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

/** Time to response knows no death. */
const asksForStatus = (time: EndpointTime) => time.from !== "rule" || endpointRules[time.rule].death !== null;

/**
 * The endpoint of a draft, null while something is not said. Values without a plain meaning are for the user to name
 * next.
 */
function completed({ label, time, event }: Draft, summary: TableSummary): Endpoint | null {
  if (!isChosen(time) || (event === "" && time.from !== "rule")) return null;
  const usual = time.from === "rule" ? endpointRules[time.rule].label : "Survival";
  const named = endpointFrom({ id: "endpoint", label: label.trim() || usual, time, event: null });
  const id = time.from === "rule" ? time.rule.toLowerCase() : idOf(named.label) || "endpoint";
  const column = summary.columns.find(({ name }) => name === event);
  if (!column || !asksForStatus(time)) return { ...named, id };
  return { ...named, id, event: { column: event, coding: codingFor(column, deathOnly(named)), competing: null } };
}
