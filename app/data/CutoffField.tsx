"use client";

import type { RuleTime } from "../../lib/board/board";
import { Field } from "../controls/Field";
import styles from "./Endpoints.module.css";

const oneDay = "one day for all";

/** The data cut-off: none, a column of dates, or one day for all patients. */
export function CutoffField({
  cutoff,
  dates,
  onCutoff,
}: {
  cutoff: RuleTime["cutoff"];
  dates: string[];
  onCutoff: (cutoff: RuleTime["cutoff"]) => void;
}) {
  const value = cutoff === null ? "" : "day" in cutoff ? oneDay : `column ${cutoff.column}`;
  const choose = (choice: string) =>
    onCutoff(choice === "" ? null : choice === oneDay ? { day: today() } : { column: choice.slice("column ".length) });
  return (
    <>
      <Field label="Data cut-off">
        <select value={value} onChange={({ target }) => choose(target.value)}>
          <option value="">none</option>
          <option value={oneDay}>{oneDay}</option>
          {dates.map((name) => (
            <option key={name} value={`column ${name}`}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      {cutoff !== null && "day" in cutoff && (
        <Field label="Cut-off day">
          <input
            key={cutoff.day}
            className={styles.day}
            type="date"
            defaultValue={cutoff.day}
            onBlur={({ target }) => /^\d{4}-\d{2}-\d{2}$/.test(target.value) && onCutoff({ day: target.value })}
          />
        </Field>
      )}
    </>
  );
}

/** Today as 2026-11-24, by the clock of this computer. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
