"use client";

import { useState } from "react";
import type { Join, Taken } from "../../lib/board/board";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { formatCount } from "../../lib/format";
import { takeColumn } from "../actions/joins";
import { Choice } from "../controls/Choice";
import { Field } from "../controls/Field";
import styles from "./Joins.module.css";

type Rule = Taken["rule"];

const rules: [Rule, string][] = [
  ["any", "yes or no: has any of …"],
  ["first", "the first value"],
  ["last", "the last value"],
  ["latest", "the value of the latest date"],
  ["count", "how many rows"],
];

const blank = {
  column: "",
  rule: "any" as Rule,
  values: [] as string[],
  by: "",
  name: "",
  absent: "missing" as "missing" | "no",
};

/** A form that is a draft until all of it is said; then the cohort has one column more. */
export function TakeColumn({ join, second, names }: { join: Join; second: TableSummary; names: string[] }) {
  const [draft, setDraft] = useState<typeof blank | null>(null);
  if (draft === null) {
    return (
      <button type="button" className={styles.add} onClick={() => setDraft(blank)}>
        + Take a column into the cohort
      </button>
    );
  }
  const set = (change: Partial<typeof blank>) => setDraft({ ...draft, ...change });
  const column = second.columns.find(({ name }) => name === draft.column);
  const dates = second.columns.filter(({ kind }) => kind !== "category").map(({ name }) => name);
  const suggested = suggestedName(draft);
  const name = draft.name.trim() || suggested;
  const taken = completed({ ...draft, name });
  const used = names.includes(name);
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
      <Field label="Column">
        <Choice
          value={draft.column}
          choices={second.columns.map((each) => each.name).filter((each) => each !== join.key)}
          empty="choose"
          onChoice={(chosen) => set({ column: chosen, values: [] })}
        />
      </Field>
      <Field label="With several rows">
        <select value={draft.rule} onChange={({ target }) => set({ rule: target.value as Rule })}>
          {rules.map(([rule, label]) => (
            <option key={rule} value={rule}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      {draft.rule === "latest" && (
        <Field label="Date">
          <Choice value={draft.by} choices={dates} empty="choose" onChoice={(by) => set({ by })} />
        </Field>
      )}
      {(draft.rule === "any" || draft.rule === "count") && (
        <>
          {column?.levels && <Values column={column} values={draft.values} onValues={(values) => set({ values })} />}
          <Field label="Not in the file">
            <select value={draft.absent} onChange={({ target }) => set({ absent: target.value as "missing" | "no" })}>
              <option value="missing">not known: missing</option>
              <option value="no">{draft.rule === "any" ? "means no" : "means 0"}</option>
            </select>
          </Field>
        </>
      )}
      <Field label="Called">
        <input
          type="text"
          value={draft.name}
          placeholder={suggested}
          onChange={({ target }) => set({ name: target.value })}
        />
      </Field>
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

/** The values that count; none ticked: any value does. */
function Values({
  column,
  values,
  onValues,
}: {
  column: TableSummary["columns"][number];
  values: string[];
  onValues: (values: string[]) => void;
}) {
  const [search, setSearch] = useState("");
  const found = (column.levels ?? []).filter(({ value }) => value.toLowerCase().includes(search.toLowerCase()));
  const hidden = (column.distinct ?? 0) - (column.levels?.length ?? 0);
  return (
    <fieldset className={styles.values}>
      <legend>
        Values that count{values.length === 0 && <span className="quiet"> (none ticked: any value)</span>}
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
function suggestedName({ column, rule, values }: typeof blank): string {
  if (column === "") return "";
  if (rule === "any" && values.length > 0)
    return /gene|hugo/i.test(column) ? `${values.join(" or ")} mutated` : `${column}: ${values.join(" or ")}`;
  return rule === "any" ? `has ${column}` : rule === "count" ? `number of ${values.join(" or ") || column}` : column;
}

function completed({ column, rule, values, by, name, absent }: typeof blank): Taken | null {
  if (column === "" || name === "") return null;
  const chosen = values.length > 0 ? values : null;
  switch (rule) {
    case "first":
    case "last":
      return { rule, name, column };
    case "latest":
      return by === "" ? null : { rule, name, column, by };
    case "any":
    case "count":
      return { rule, name, column, values: chosen, absent };
  }
}
