"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { CumulativeIncidenceResult } from "../../../lib/panels/cumulativeIncidence/result";
import { unitsOf } from "../../../lib/panels/timeUnit";
import { setPanel } from "../../actions/panels";
import { worded } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
import { useStore } from "../../store";
import styles from "../figure/OptionGroups.module.css";
import { FollowUpSettings } from "../settings/FollowUpSettings";
import { ReferenceSetting } from "../settings/ReferenceSetting";
import { SettingsGroup } from "../settings/SettingsGroup";

type Panel = PanelOf<"cumulativeIncidence">;

/** Which events have curves, and from which follow-up. */
export function Settings({ panel, result }: { panel: Panel; result: CumulativeIncidenceResult | null }) {
  const board = useStore((state) => state.board);
  return (
    <section className={styles.groups} aria-label="Analysis options">
      <h2>Analysis</h2>
      <SettingsGroup label="Events and comparison" set={[panel.reference, panel.causes === "all" ? "all" : null]}>
        <Labeled look="setting" label="Curves of" hint="The event alone, or each event that competes with it as well.">
          <Select
            value={panel.causes}
            choices={worded({ event: "the event", all: "every event" })}
            onValue={(causes) => setPanel(panel.id, { causes })}
          />
        </Labeled>
        <ReferenceSetting id={panel.id} result={result} />
      </SettingsGroup>
      <FollowUpSettings panel={panel} unit={unitsOf(panel, board)} />
    </section>
  );
}
