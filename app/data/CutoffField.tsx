"use client";

import type { RuleTime } from "../../lib/board/board";
import { Committed } from "../controls/Committed";
import { type Choice, none } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import styles from "./Endpoints.module.css";

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
  const choices: Choice<RuleTime["cutoff"]>[] = [
    none("none"),
    { value: cutoff !== null && "day" in cutoff ? cutoff : { day: today() }, label: "one day for all" },
    ...dates.map((name) => ({ value: { column: name }, label: name })),
  ];
  return (
    <>
      <Labeled label="Data cut-off">
        <Picker value={cutoff} choices={choices} onValue={onCutoff} />
      </Labeled>
      {cutoff !== null && "day" in cutoff && (
        <Labeled label="Cut-off day">
          <Committed
            className={styles.day}
            type="date"
            value={cutoff.day}
            write={(day) => day}
            read={(text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined)}
            onValue={(day) => onCutoff({ day })}
          />
        </Labeled>
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
