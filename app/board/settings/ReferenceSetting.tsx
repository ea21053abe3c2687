"use client";

import { setPanel } from "../../actions/panels";
import { Setting } from "./SettingsGroup";

/** The group that the others are compared with. */
export function ReferenceSetting({
  id,
  result,
}: {
  id: string;
  result: { groups: { level: string; label: string }[]; reference: number } | null;
}) {
  if (!result || result.groups.length < 2) return null;
  return (
    <Setting label="Reference" hint="The group that the others are compared with.">
      <select
        value={result.groups[result.reference].level}
        onChange={({ target }) => setPanel(id, { reference: target.value })}
      >
        {result.groups.map(({ level, label }) => (
          <option key={level} value={level}>
            {label}
          </option>
        ))}
      </select>
    </Setting>
  );
}
