"use client";

import { useState } from "react";
import type { Join, Taken } from "../../lib/board/board";
import { proposedChoice } from "../../lib/cohort/proposeRows";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { formatCount } from "../../lib/format";
import { takeColumn } from "../actions/joins";
import { blank, named, none, worded } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import { Select } from "../controls/Select";
import styles from "./Joins.module.css";
import { choiceFrom, choices, RowChoiceFields, type RowDraft } from "./RowChoiceFields";

const rules: Record<Taken["rule"], string> = { any: "yes or no: has any of …", ...choices, count: "how many rows" };

interface Draft extends RowDraft<Taken["rule"]> {
  column: string;
  values: string[];
  where: { column: string | null; values: string[] };
  name: string;
  absent: "missing" | "no";
}

const empty: Draft = {
  column: "",
  rule: "any",
  values: [],
  by: "",
  to: "",
  where: { column: null, values: [] },
  name: "",
  absent: "missing",
};

/** A form that is a draft until all of it is said; then the cohort has one column more. */
export function TakeColumn({ join, second, cohort }: { join: Join; second: TableSummary; cohort: TableSummary }) {
  const [draft, setDraft] = useState<Draft | null>(null);
  if (draft === null) {
    return (
      <button type="button" className={styles.add} onClick={() => setDraft(empty)}>
        + Take a column into the cohort
      </button>
    );
  }
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const column = second.columns.find(({ name }) => name === draft.column);
  const condition = second.columns.find(({ name }) => name === draft.where.column);
  const others = second.columns.map((each) => each.name).filter((each) => each !== join.key);
  const suggested = suggestedName(draft);
  const name = draft.name.trim() || suggested;
  const taken = completed({ ...draft, name });
  const used = cohort.columns.some((each) => each.name === name);
  return (
    <form
      className={styles.take}
      aria-label="Take a column"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (!taken || used) return;
        takeColumn(join.id, taken);
        setDraft(null);
      }}
    >
      <Labeled label="Column">
        <Picker
          value={draft.column}
          choices={[blank("choose"), ...named(others)]}
          onValue={(chosen) => set({ column: chosen, values: [], ...proposedChoice(second, chosen) })}
        />
      </Labeled>
      <RowChoiceFields draft={draft} rules={rules} rows={second} patients={cohort} onDraft={set} />
      {(draft.rule === "any" || draft.rule === "count") && (
        <>
          {column?.levels && <Values column={column} values={draft.values} onValues={(values) => set({ values })} />}
          <Labeled label="Not in the file">
            <Select
              value={draft.absent}
              choices={worded({
                missing: "not known: missing",
                no: draft.rule === "any" ? "means no" : "means 0",
              })}
              onValue={(absent) => set({ absent })}
            />
          </Labeled>
        </>
      )}
      <Labeled label="Only rows where">
        <Picker
          value={draft.where.column}
          choices={[none("every row counts"), ...named(others)]}
          onValue={(chosen) => set({ where: { column: chosen, values: [] } })}
        />
      </Labeled>
      {condition && (
        <Values
          column={condition}
          values={draft.where.values}
          none="tick those that count"
          onValues={(values) => set({ where: { ...draft.where, values } })}
        />
      )}
      <Labeled label="Called">
        <input
          type="text"
          value={draft.name}
          placeholder={suggested}
          onChange={({ target }) => set({ name: target.value })}
        />
      </Labeled>
      {used && <p className={styles.used}>The cohort has a column “{name}” already.</p>}
      <div className={styles.tools}>
        <button type="submit" data-look="primary" disabled={!taken || used}>
          Take it
        </button>
        <button type="button" onClick={() => setDraft(null)}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** The values that count; `none` says what it means that none is ticked. */
function Values({
  column,
  values,
  none = "none ticked: any value",
  onValues,
}: {
  column: TableSummary["columns"][number];
  values: string[];
  none?: string;
  onValues: (values: string[]) => void;
}) {
  const [search, setSearch] = useState("");
  const found = (column.levels ?? []).filter(({ value }) => value.toLowerCase().includes(search.toLowerCase()));
  const hidden = (column.distinct ?? 0) - (column.levels?.length ?? 0);
  return (
    <fieldset className={styles.values}>
      <legend>
        Values of {column.name} that count{values.length === 0 && <span className="quiet"> ({none})</span>}
      </legend>
      <input
        type="text"
        aria-label="Find a value"
        placeholder="find"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <ul>
        {found.map(({ value, count }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={values.includes(value)}
                onChange={() =>
                  onValues(values.includes(value) ? values.filter((each) => each !== value) : [...values, value])
                }
              />
              {value} <span className="quiet">· {formatCount(count)}</span>
            </label>
          </li>
        ))}
        {values
          .filter((value) => !column.levels?.some((level) => level.value === value))
          .map((value) => (
            <li key={value}>
              <label>
                <input type="checkbox" checked onChange={() => onValues(values.filter((each) => each !== value))} />
                {value}
              </label>
            </li>
          ))}
      </ul>
      {hidden > 0 && (
        <p className="quiet">
          {formatCount(hidden)} rarer values are not listed.{" "}
          {search !== "" && !values.includes(search) && (
            <button type="button" data-look="plain" onClick={() => onValues([...values, search])}>
              Count “{search}”
            </button>
          )}
        </p>
      )}
    </fieldset>
  );
}

/** "TP53 mutated" for a gene, else the column's name with its values. */
function suggestedName({ column, rule, values, where }: Draft): string {
  if (column === "") return "";
  const only = where.values.length > 0 ? `, ${where.values.join(" or ")}` : "";
  return `${nameOf({ column, rule, values })}${only}`;
}

function nameOf({ column, rule, values }: Pick<Draft, "column" | "rule" | "values">): string {
  if (rule === "any" && values.length > 0)
    return /gene|hugo/i.test(column) ? `${values.join(" or ")} mutated` : `${column}: ${values.join(" or ")}`;
  return rule === "any" ? `has ${column}` : rule === "count" ? `number of ${values.join(" or ") || column}` : column;
}

function completed({
  column,
  rule,
  values,
  by,
  to,
  where: { column: of, values: only },
  name,
  absent,
}: Draft): Taken | null {
  if (column === "" || name === "" || (of !== null && only.length === 0)) return null;
  const taken = { name, column, where: of === null ? null : { column: of, values: only } };
  if (rule === "any" || rule === "count") return { rule, ...taken, values: values.length > 0 ? values : null, absent };
  const choice = choiceFrom({ rule, by, to });
  return choice && { ...choice, ...taken };
}
