"use client";

import {
  type EndpointTime,
  endpointRuleSchema,
  type RuleTime,
  type TimeUnit,
  timeUnitSchema,
} from "../../lib/board/board";
import { endpointRules } from "../../lib/cohort/endpointRules";
import { dateColumns, ruleTime } from "../../lib/cohort/layouts/dateSheet";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { Choice } from "../controls/Choice";
import { Field } from "../controls/Field";
import { CutoffField } from "./CutoffField";
import { blankTime } from "./timeDraft";

const sources: Record<EndpointTime["from"], string> = {
  column: "a column of times",
  dates: "two dates",
  rule: "dates of what happened",
  outcome: "one column with the event, one without",
};

/** Where the time of an endpoint comes from: columns, dates, or the rule of a named endpoint. Empty names are not chosen yet. */
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
  const usable = (Object.keys(sources) as EndpointTime["from"][]).filter(
    (from) => from === time.from || (from === "column" || from === "outcome" ? numbers : dates).length > 0,
  );
  return (
    <>
      <Field label="Time comes from">
        <select
          value={time.from}
          onChange={({ target }) => onTime(blankTime(target.value as EndpointTime["from"], summary))}
        >
          {usable.map((from) => (
            <option key={from} value={from}>
              {sources[from]}
            </option>
          ))}
        </select>
      </Field>
      <Columns time={time} numbers={numbers} dates={dates} summary={summary} onTime={onTime} />
      <Field label={time.from === "column" || time.from === "outcome" ? "Unit of the time" : "Shown in"}>
        <Choice
          value={time.unit ?? ""}
          choices={timeUnitSchema.options}
          empty={time.unit === null ? "needs your answer" : undefined}
          onChoice={(unit) => unit !== "" && onTime({ ...time, unit: unit as TimeUnit })}
        />
      </Field>
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
        <Field label="Time">
          <Choice
            value={time.column}
            choices={numbers}
            empty={time.column === "" ? "choose" : undefined}
            onChoice={(column) => onTime({ ...time, column })}
          />
        </Field>
      );
    case "outcome":
      return (
        <>
          <Field label="Time of the event">
            <Choice
              value={time.event}
              choices={numbers}
              empty="choose"
              onChoice={(event) => onTime({ ...time, event })}
            />
          </Field>
          <Field label="Time without it">
            <Choice
              value={time.otherwise}
              choices={numbers}
              empty="choose"
              onChoice={(otherwise) => onTime({ ...time, otherwise })}
            />
          </Field>
        </>
      );
    case "dates":
      return (
        <>
          <Field label="Starts at">
            <Choice
              value={time.start}
              choices={dates}
              empty="choose"
              onChoice={(start) => onTime({ ...time, start })}
            />
          </Field>
          <Field label="Ends at">
            <Choice value={time.end} choices={dates} empty="choose" onChoice={(end) => onTime({ ...time, end })} />
          </Field>
        </>
      );
    case "rule":
      return <RuleFields time={time} dates={dates} summary={summary} onTime={onTime} />;
  }
}

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
    <Field label={label}>
      <Choice
        value={time[role] ?? ""}
        choices={dates}
        empty={empty}
        onChoice={(name) => onTime({ ...time, [role]: name === "" ? null : name })}
      />
    </Field>
  );
  return (
    <>
      <Field label="Rule">
        <select
          value={time.rule}
          onChange={({ target }) => onTime(ruleTime(summary, endpointRuleSchema.parse(target.value)))}
        >
          {endpointRuleSchema.options.map((name) => (
            <option key={name} value={name}>
              {name} · {endpointRules[name].label}
            </option>
          ))}
        </select>
      </Field>
      <Field label={rule.start}>
        <Choice value={time.start} choices={dates} empty="choose" onChoice={(start) => onTime({ ...time, start })} />
      </Field>
      {rule.progression !== null && optional("progression", rule.progression, "choose")}
      {optional("death", "Death", "no such date")}
      {optional("lastContact", "Last contact", "no such date")}
      {rule.assessed && optional("lastAssessment", "Last assessment", "none: last contact")}
      <CutoffField cutoff={time.cutoff} dates={dates} onCutoff={(cutoff) => onTime({ ...time, cutoff })} />
    </>
  );
}
