"use client";

import { nth } from "../../../lib/numeric/nth";
import { setPanel } from "../../actions/panels";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";

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
    <Labeled look="setting" label="Reference" hint="The group that the others are compared with.">
      <Select
        value={nth(result.groups, result.reference).level}
        choices={result.groups.map(({ level, label }) => ({ value: level, label }))}
        onValue={(reference) => setPanel(id, { reference })}
      />
    </Labeled>
  );
}
