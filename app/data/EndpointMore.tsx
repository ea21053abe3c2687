"use client";

import { type Endpoint, timeUnitSchema } from "../../lib/board/board";
import { codingFor } from "../../lib/cohort/layouts/endpointParts";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import type { EndpointView } from "../../lib/panels/prepared";
import { setEndpoint, setWeight } from "../actions/mapping";
import { CommittedText } from "../controls/Committed";
import { named, none } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import { Select } from "../controls/Select";
import { useStore } from "../store";
import { Coding } from "./Coding";
import styles from "./Endpoints.module.css";
import { statusColumns } from "./timeDraft";

/** What few endpoints need: what time zero is, delayed entry, a second column that tells of competing events, weights. */
export function EndpointMore({
  endpoint,
  view,
  summary,
}: {
  endpoint: Endpoint;
  view: EndpointView | undefined;
  summary: TableSummary;
}) {
  const { time, event, entry, entryUnit, origin, weight } = endpoint;
  const set = (change: Partial<Endpoint>) => setEndpoint(endpoint.id, change);
  const fromDates = time.from === "dates" || time.from === "rule";
  const entries = summary.columns.filter(({ kind }) => kind === "number" || (fromDates && kind === "date"));
  const entryIsNumber = summary.columns.some(({ name, kind }) => name === entry && kind === "number");
  const competing = event?.competing ?? null;
  const severalRows = useStore((state) => state.board.edits.severalRows);
  const intervals = severalRows === "intervals" || severalRows === "firstEvent";
  return (
    <details className={styles.more} open={entry !== null || competing !== null || weight !== null || intervals}>
      <summary>Time zero, delayed entry, competing events, weights</summary>
      <div className={styles.fields}>
        <Labeled label="Time zero is">
          <CommittedText value={origin} placeholder="start of therapy" onValue={(text) => set({ origin: text })} />
        </Labeled>
        <Labeled label={intervals ? "Start of interval" : "Delayed entry"}>
          <Picker
            value={entry}
            choices={[
              none(intervals ? "needs your answer" : "none: all are followed from time zero"),
              ...named(entries.map(({ name }) => name)),
            ]}
            onValue={(column) => set({ entry: column })}
          />
        </Labeled>
        {entryIsNumber && (
          <Labeled label={intervals ? "Unit of the start" : "Unit of the entry"}>
            <Select
              value={entryUnit}
              choices={[none("that of the time"), ...named(timeUnitSchema.options)]}
              onValue={(unit) => set({ entryUnit: unit })}
            />
          </Labeled>
        )}
        {event && time.from !== "rule" && (
          <Labeled label="Competing events">
            <Picker
              value={competing?.column ?? null}
              choices={[
                none("as coded above"),
                ...named(statusColumns(summary).filter((name) => name !== event.column)),
              ]}
              onValue={(name) => set({ event: { ...event, competing: competingOf(summary, name) } })}
            />
          </Labeled>
        )}
        {event && competing && (
          <Labeled label="They are called">
            <CommittedText
              value={competing.cause}
              onValue={(cause) => cause !== "" && set({ event: { ...event, competing: { ...competing, cause } } })}
            />
          </Labeled>
        )}
        <Labeled label="A row counts as">
          <Picker
            value={weight?.column ?? null}
            choices={[none("one patient"), ...named(summary.columns.filter(isNumber).map(({ name }) => name))]}
            onValue={(column) =>
              setWeight(endpoint, column === null ? null : { column, kind: weight?.kind ?? "count" })
            }
          />
        </Labeled>
        {weight && (
          <Labeled label="The column is">
            <Select
              value={weight.kind}
              choices={[
                { value: "count", label: "a number of patients" },
                { value: "sampling", label: "a weight of a sample" },
              ]}
              onValue={(kind) => setWeight(endpoint, { ...weight, kind })}
            />
          </Labeled>
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

const isNumber = ({ kind }: TableSummary["columns"][number]) => kind === "number";

function competingOf(summary: TableSummary, name: string | null): NonNullable<Endpoint["event"]>["competing"] {
  const column = summary.columns.find((each) => each.name === name);
  return column ? { column: column.name, coding: codingFor(column, true), cause: "death of another cause" } : null;
}
