"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { named, none } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Picker } from "../../controls/Picker";
import { SettingsGroup } from "../settings/SettingsGroup";

/** A treatment that starts after time zero: the column that says when. It takes the place of the group. */
export function ChangesSetting({ panel: { id, changes } }: { panel: PanelOf<"kaplanMeier"> }) {
  const { answer } = useAnswer();
  if (!answer) return null;
  const columns = answer.summary.columns.filter(({ kind }) => kind === "number" || kind === "date");
  return (
    <SettingsGroup label="Group that changes" set={[changes]}>
      <Labeled
        look="setting"
        label="Changes at"
        hint="When a treatment starts after time zero: time from time zero in the unit of the endpoint, or a date; empty for never. Patients count in one group before it and in the other after, so that no time is immortal."
      >
        <Picker
          value={changes?.column ?? null}
          choices={[none("no"), ...named(columns.map(({ name }) => name))]}
          onValue={(column) =>
            setPanel(
              id,
              column === null
                ? { changes: null }
                : { changes: { column, unit: null }, group: null, split: null, also: null, cut: null, title: null },
            )
          }
        />
      </Labeled>
    </SettingsGroup>
  );
}
