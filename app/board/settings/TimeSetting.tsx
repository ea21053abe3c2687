"use client";

import { CommittedNumbers } from "../../controls/CommittedNumbers";
import { Labeled } from "../../controls/Labeled";

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
    <Labeled look="setting" label={label} hint={hint}>
      <CommittedNumbers
        values={value === null ? [] : [value]}
        most={1}
        placeholder="none"
        suffix={unit}
        label={label}
        accepts={([time]) => time === undefined || time > 0}
        onValues={([time]) => onTime(time ?? null)}
      />
    </Labeled>
  );
}
