"use client";

import { type EndpointTime, endpointRuleSchema, type RuleTime, timeUnitSchema } from "../../lib/board/board";
import { endpointRules } from "../../lib/cohort/endpointRules";
import { dateColumns, ruleTime } from "../../lib/cohort/layouts/dateSheet";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { blank, named, none, worded } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import { Select } from "../controls/Select";
import { CutoffField } from "./CutoffField";
import { blankTime } from "./timeDraft";

const units = named(timeUnitSchema.options);

const sources: Record<EndpointTime["from"], string> = {
  column: "a column of times",
  dates: "two dates",
  rule: "dates of what happened",
  outcome: "one column with the event, one without",
};

/**
 * Where the time of an endpoint comes from: columns, dates, or the rule of a named endpoint. Empty names are not chosen
 * yet.
 */
export function TimeFields({
  time,
  summary,
  onTime,
}: {
  time: EndpointTime;
  summary: TableSummary;
  onTime: (time: EndpointTime) => void;
}) {
  const numbers = summary.columns.filter(({ kind }) => kind === "number").map(({ name }) => name);
  const dates = dateColumns(summary).map(({ name }) => name);
  const usable = worded(sources).filter(
    ({ value: from }) => from === time.from || (from === "column" || from === "outcome" ? numbers : dates).length > 0,
  );
  return (
    <>
      <Labeled label="Time comes from">
        <Select value={time.from} choices={usable} onValue={(from) => onTime(blankTime(from, summary))} />
      </Labeled>
      <Columns time={time} numbers={numbers} dates={dates} summary={summary} onTime={onTime} />
      <Labeled label={time.from === "column" || time.from === "outcome" ? "Unit of the time" : "Shown in"}>
        <Select
          value={time.unit}
          choices={time.unit === null ? [none("needs your answer"), ...units] : units}
          onValue={(unit) => unit && onTime({ ...time, unit })}
        />
      </Labeled>
    </>
  );
}

function Columns({
  time,
  numbers,
  dates,
  summary,
  onTime,
}: {
  time: EndpointTime;
  numbers: string[];
  dates: string[];
  summary: TableSummary;
  onTime: (time: EndpointTime) => void;
}) {
  switch (time.from) {
    case "column":
      return (
        <Labeled label="Time">
          <Picker
            value={time.column}
            choices={time.column === "" ? [blank("choose"), ...named(numbers)] : named(numbers)}
            onValue={(column) => onTime({ ...time, column })}
          />
        </Labeled>
      );
    case "outcome":
      return (
        <>
          <Labeled label="Time of the event">
            <Picker value={time.event} choices={chosen(numbers)} onValue={(event) => onTime({ ...time, event })} />
          </Labeled>
          <Labeled label="Time without it">
            <Picker
              value={time.otherwise}
              choices={chosen(numbers)}
              onValue={(otherwise) => onTime({ ...time, otherwise })}
            />
          </Labeled>
        </>
      );
    case "dates":
      return (
        <>
          <Labeled label="Starts at">
            <Picker value={time.start} choices={chosen(dates)} onValue={(start) => onTime({ ...time, start })} />
          </Labeled>
          <Labeled label="Ends at">
            <Picker value={time.end} choices={chosen(dates)} onValue={(end) => onTime({ ...time, end })} />
          </Labeled>
        </>
      );
    case "rule":
      return <RuleFields time={time} dates={dates} summary={summary} onTime={onTime} />;
  }
}

const rules = endpointRuleSchema.options.map((name) => ({
  value: name,
  label: `${name} · ${endpointRules[name].label}`,
}));

/** A column of these, or none yet. */
const chosen = (columns: string[]) => [blank("choose"), ...named(columns)];

/** The dates that the rule asks for, and no others. */
function RuleFields({
  time,
  dates,
  summary,
  onTime,
}: {
  time: RuleTime;
  dates: string[];
  summary: TableSummary;
  onTime: (time: EndpointTime) => void;
}) {
  const rule = endpointRules[time.rule];
  const optional = (role: "progression" | "death" | "lastContact" | "lastAssessment", label: string, empty: string) => (
    <Labeled label={label}>
      <Picker
        value={time[role]}
        choices={[none(empty), ...named(dates)]}
        onValue={(name) => onTime({ ...time, [role]: name })}
      />
    </Labeled>
  );
  return (
    <>
      <Labeled label="Rule">
        <Select value={time.rule} choices={rules} onValue={(name) => onTime(ruleTime(summary, name))} />
      </Labeled>
      <Labeled label={rule.start}>
        <Picker value={time.start} choices={chosen(dates)} onValue={(start) => onTime({ ...time, start })} />
      </Labeled>
      {rule.progression !== null && optional("progression", rule.progression, "choose")}
      {rule.death !== null && optional("death", "Death", "no such date")}
      {rule.death !== null && optional("lastContact", "Last contact", "no such date")}
      {rule.assessed && optional("lastAssessment", "Last assessment", "none: last contact")}
      <CutoffField cutoff={time.cutoff} dates={dates} onCutoff={(cutoff) => onTime({ ...time, cutoff })} />
    </>
  );
}
