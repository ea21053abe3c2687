"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { unitsOf } from "../../../lib/panels/timeUnit";
import { setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { Labeled } from "../../controls/Labeled";
import { useStore } from "../../store";
import styles from "../figure/OptionGroups.module.css";
import { FollowUpSettings } from "../settings/FollowUpSettings";
import { ReferenceSetting } from "../settings/ReferenceSetting";
import { SettingsGroup } from "../settings/SettingsGroup";
import { TimeSetting } from "../settings/TimeSetting";
import { VariableSelect } from "../VariableSelect";
import { ChangesSetting } from "./ChangesSetting";
import { CutSetting } from "./CutSetting";
import { LandmarkSlider } from "./LandmarkSlider";

type Panel = PanelOf<"kaplanMeier">;

/** What is computed, and from which follow-up; every choice is an undo step. */
export function Settings({ panel, result }: { panel: Panel; result: KaplanMeierResult | null }) {
  const board = useStore((state) => state.board);
  const { answer } = useAnswer();
  const unit = unitsOf(panel, board);
  const without = result?.endpoint.words.without ?? "event-free";
  const set = (change: Partial<Panel>) => setPanel(panel.id, change);
  return (
    <section className={styles.groups} aria-label="Analysis options">
      <h2>Analysis</h2>
      <FollowUpSettings panel={panel} unit={unit} slider={<LandmarkSlider panel={panel} result={result} />} />
      <ChangesSetting panel={panel} />
      <CutSetting panel={panel} />
      <SettingsGroup label="Comparison" set={[panel.reference, panel.strata, panel.permutation, panel.medians]}>
        <ReferenceSetting id={panel.id} result={result} />
        {answer && (
          <Labeled
            look="setting"
            label="Strata"
            hint="Test and hazard ratios compare patients of the same stratum only."
          >
            <VariableSelect
              board={board}
              summary={answer.summary}
              value={panel.strata}
              none="none"
              onVariable={(strata) => set({ strata })}
            />
          </Labeled>
        )}
        <Labeled
          look="setting"
          label="Permutation P"
          hint="Deals the groups out anew 10,000 times: a P for small groups."
        >
          <input
            type="checkbox"
            checked={panel.permutation !== null}
            onChange={({ target }) => set({ permutation: target.checked ? { count: 10_000, seed: 1 } : null })}
          />
        </Labeled>
        <Labeled
          look="setting"
          label="Compare medians"
          hint="Difference and ratio, with an interval from drawing the patients of each group anew 2,000 times."
        >
          <input
            type="checkbox"
            checked={panel.medians !== null}
            onChange={({ target }) => set({ medians: target.checked ? { count: 2000, seed: 1 } : null })}
          />
        </Labeled>
      </SettingsGroup>
      <SettingsGroup label="Times" set={[panel.tau, panel.givenAliveAt]}>
        <TimeSetting
          label="Restricted mean to"
          hint="At most the smallest last follow-up of the groups, which is also taken when nothing is said."
          unit={unit}
          value={panel.tau}
          onTime={(tau) => set({ tau })}
        />
        <TimeSetting
          label={`Given ${without} at`}
          hint={`The milestones of those still ${without} and followed at this time.`}
          unit={unit}
          value={panel.givenAliveAt}
          onTime={(givenAliveAt) => set({ givenAliveAt })}
        />
      </SettingsGroup>
    </section>
  );
}
