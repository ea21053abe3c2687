"use client";

import { type PanelUnits, unitFactor } from "../../../lib/panels/timeUnit";
import { CommittedNumbers } from "../../controls/CommittedNumbers";
import { Labeled } from "../../controls/Labeled";

/** A time that the board keeps in the unit of the endpoint, or none; typed and shown in the unit of the figure. */
export function TimeSetting({
  label,
  hint,
  unit,
  value,
  onTime,
}: {
  label: string;
  hint: string;
  unit: PanelUnits;
  value: number | null;
  onTime: (time: number | null) => void;
}) {
  return (
    <Labeled look="setting" label={label} hint={hint}>
      <CommittedNumbers
        values={value === null ? [] : [value]}
        most={1}
        placeholder="none"
        scale={unitFactor(unit.kept, unit.shown)}
        suffix={unit.shown}
        label={label}
        accepts={([time]) => time === undefined || time > 0}
        onValues={([time]) => onTime(time ?? null)}
      />
    </Labeled>
  );
}
