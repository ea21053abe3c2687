"use client";

import type { ReactNode } from "react";
import type { PanelUnits } from "../../../lib/panels/timeUnit";
import { setPanel } from "../../actions/panels";
import { SettingsGroup } from "./SettingsGroup";
import { TimeSetting } from "./TimeSetting";

/** Where follow-up begins and ends. */
export function FollowUpSettings({
  panel: { id, landmark, censorAt },
  unit,
  slider,
}: {
  panel: { id: string; landmark: number | null; censorAt: number | null };
  unit: PanelUnits;
  /** The landmark by dragging, beside its exact number. */
  slider?: ReactNode;
}) {
  return (
    <SettingsGroup label="Follow-up" set={[landmark, censorAt]}>
      <TimeSetting
        label="Landmark at"
        hint="Only patients still followed and without the event past this time; their clock begins there. Groups known by then are free of immortal time."
        unit={unit}
        value={landmark}
        onTime={(time) => setPanel(id, { landmark: time })}
      />
      {slider}
      <TimeSetting
        label="Censor at"
        hint="Follow-up past this time is not used: every number is computed anew. To look at a part of the axis, zoom instead."
        unit={unit}
        value={censorAt}
        onTime={(time) => setPanel(id, { censorAt: time })}
      />
    </SettingsGroup>
  );
}
