"use client";

import type { Board, TimeUnit } from "../../../lib/board/board";
import { timeUnitSchema } from "../../../lib/board/board";
import { calledFile } from "../../../lib/board/calledFile";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { unitOf } from "../../../lib/cohort/layouts/columnWords";
import {
  coursesFrom,
  markersFrom,
  measurementsFrom,
  numbersOf,
  textsOf,
  timesOf,
} from "../../../lib/cohort/proposeCourses";
import type { TableSummary } from "../../../lib/cohort/tableSummary";
import { setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { named, none, worded } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Picker } from "../../controls/Picker";
import { Select } from "../../controls/Select";

type Panel = PanelOf<"response">;

/** Measurements, treatments and markers of second files that are open in Data. */
export function SecondFileSettings({ panel, board }: { panel: Panel; board: Board }) {
  const { seconds } = useAnswer();
  const files = board.joins.map(({ id, source }) => ({ value: id, label: calledFile(source.file, "second file") }));
  const columnsOf = (join: string | undefined) => (join ? (seconds.get(join)?.columns ?? []) : []);
  const joinOf = (id: string) => ({ id, key: board.joins.find((join) => join.id === id)?.key ?? "" });
  const set = (change: Partial<Panel>) => setPanel(panel.id, change);
  if (files.length === 0)
    return (
      <p className="quiet">
        Measurements over time, lines of treatment and markers come from second files: open them in Data, “Join a second
        file”.
      </p>
    );
  const { measurements, courses, markers } = panel;
  return (
    <>
      <Labeled
        look="setting"
        label="Measurements"
        hint="Several rows a patient: time, and sum of diameters or percent."
      >
        <Select
          value={measurements?.join ?? null}
          choices={[none("none"), ...files]}
          onValue={(join) =>
            set({ measurements: join === null ? null : measurementsFrom(joinOf(join), columnsOf(join)) })
          }
        />
      </Labeled>
      {measurements && (
        <>
          <TimeColumn
            label="measured at"
            columns={columnsOf(measurements.join)}
            time={measurements.time}
            unit={measurements.unit}
            onTime={(time) => set({ measurements: { ...measurements, ...time } })}
          />
          <Labeled look="setting" label="Measured value">
            <Picker
              value={measurements.value}
              choices={named(numbersOf(columnsOf(measurements.join)))}
              onValue={(value) => set({ measurements: { ...measurements, value } })}
            />
          </Labeled>
          <Labeled look="setting" label="It is">
            <Select
              value={measurements.as}
              choices={worded({ sum: "the sum of diameters", percent: "the change in percent" })}
              onValue={(as) => set({ measurements: { ...measurements, as } })}
            />
          </Labeled>
        </>
      )}
      <Labeled look="setting" label="Treatments" hint="Several rows a patient: start, stop and what was given.">
        <Select
          value={courses?.join ?? null}
          choices={[none("none"), ...files]}
          onValue={(join) => set({ courses: join === null ? null : coursesFrom(joinOf(join), columnsOf(join)) })}
        />
      </Labeled>
      {courses && (
        <>
          <TimeColumn
            label="from"
            columns={columnsOf(courses.join)}
            time={courses.time}
            unit={courses.unit}
            onTime={(time) => set({ courses: { ...courses, ...time } })}
          />
          <Labeled look="setting" label="to">
            <Picker
              value={courses.stop}
              choices={named(timesOf(columnsOf(courses.join)))}
              onValue={(stop) => set({ courses: { ...courses, stop } })}
            />
          </Labeled>
          <StateColumn
            label="what"
            columns={columnsOf(courses.join)}
            state={courses.state}
            onState={(state) => set({ courses: { ...courses, state } })}
          />
        </>
      )}
      <Labeled look="setting" label="Markers" hint="Several rows a patient: when, and what happened.">
        <Select
          value={markers?.join ?? null}
          choices={[none("none"), ...files]}
          onValue={(join) => set({ markers: join === null ? null : markersFrom(joinOf(join), columnsOf(join)) })}
        />
      </Labeled>
      {markers && (
        <>
          <TimeColumn
            label="when"
            columns={columnsOf(markers.join)}
            time={markers.time}
            unit={markers.unit}
            onTime={(time) => set({ markers: { ...markers, ...time } })}
          />
          <StateColumn
            label="what"
            columns={columnsOf(markers.join)}
            state={markers.state}
            onState={(state) => set({ markers: { ...markers, state } })}
          />
        </>
      )}
    </>
  );
}

type Columns = TableSummary["columns"];

/** A column of times of a second file; numbers have a unit, dates have none. */
function TimeColumn({
  label,
  columns,
  time,
  unit,
  onTime,
}: {
  label: string;
  columns: Columns;
  time: string;
  unit: TimeUnit;
  onTime: (time: { time: string; unit: TimeUnit }) => void;
}) {
  const isDate = columns.some(({ name, kind }) => name === time && kind === "date");
  return (
    <>
      <Labeled look="setting" label={label}>
        <Picker
          value={time}
          choices={named(timesOf(columns))}
          onValue={(name) => onTime({ time: name, unit: unitOf(name) ?? unit })}
        />
      </Labeled>
      {!isDate && (
        <Labeled look="setting" label="in">
          <Select
            value={unit}
            choices={named(timeUnitSchema.options)}
            onValue={(next) => onTime({ time, unit: next })}
          />
        </Labeled>
      )}
    </>
  );
}

function StateColumn({
  label,
  columns,
  state,
  onState,
}: {
  label: string;
  columns: Columns;
  state: string | null;
  onState: (state: string | null) => void;
}) {
  return (
    <Labeled look="setting" label={label}>
      <Picker value={state} choices={[none("not said"), ...named(textsOf(columns))]} onValue={onState} />
    </Labeled>
  );
}
