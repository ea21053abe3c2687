"use client";

import { CommittedNumbers } from "../figure/CommittedNumbers";
import { Setting } from "./SettingsGroup";

/** A time in the unit of the endpoint, or none. */
export function TimeSetting({
  label,
  hint,
  unit,
  value,
  onTime,
}: {
  label: string;
  hint: string;
  unit: string;
  value: number | null;
  onTime: (time: number | null) => void;
}) {
  return (
    <Setting label={label} hint={hint}>
      <CommittedNumbers
        values={value === null ? [] : [value]}
        most={1}
        placeholder="none"
        suffix={unit}
        label={label}
        accepts={([time]) => time === undefined || time > 0}
        onValues={([time]) => onTime(time ?? null)}
      />
    </Setting>
  );
}
