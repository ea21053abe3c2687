"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { formatLevel } from "../../../lib/format";
import type { SubgroupsResult } from "../../../lib/panels/subgroups/result";
import { setPanel } from "../../actions/panels";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
import groups from "../figure/OptionGroups.module.css";
import { SettingsGroup } from "../settings/SettingsGroup";

/** Which of the groups are the two compared, and the level of the intervals. */
export function Settings({ panel, result }: { panel: PanelOf<"subgroups">; result: SubgroupsResult | null }) {
  const arms = result?.arms ?? [];
  const choices = (without: string | undefined) =>
    arms.filter(({ level }) => level !== without).map(({ level, label }) => ({ value: level, label }));
  return (
    <section className={groups.groups} aria-label="Analysis options">
      <h2>Analysis</h2>
      {result && (
        <SettingsGroup label="The two groups" set={[panel.compared, panel.reference]}>
          <Labeled look="setting" label="Compared">
            <Select
              value={result.compared.level}
              choices={choices(result.reference.level)}
              onValue={(compared) => setPanel(panel.id, { compared })}
            />
          </Labeled>
          <Labeled look="setting" label="With">
            <Select
              value={result.reference.level}
              choices={choices(undefined)}
              onValue={(reference) =>
                setPanel(panel.id, {
                  reference,
                  compared: reference === result.compared.level ? result.reference.level : panel.compared,
                })
              }
            />
          </Labeled>
        </SettingsGroup>
      )}
      <SettingsGroup label="Intervals" set={[panel.level === 0.95 ? null : 1]}>
        <Labeled look="setting" label="Confidence level">
          <Select
            value={panel.level}
            choices={[0.8, 0.9, 0.95, 0.99].map((level) => ({ value: level, label: formatLevel(level) }))}
            onValue={(level) => setPanel(panel.id, { level })}
          />
        </Labeled>
      </SettingsGroup>
    </section>
  );
}
