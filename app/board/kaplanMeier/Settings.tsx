"use client";

import type { ReactNode } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { useStore } from "../../store";
import { CommittedNumbers } from "../figure/CommittedNumbers";
import styles from "../figure/OptionGroups.module.css";
import { VariableSelect } from "../VariableSelect";

type Panel = PanelOf<"kaplanMeier">;

/** What is computed, and from which follow-up; every choice is an undo step. */
export function Settings({ panel, result }: { panel: Panel; result: KaplanMeierResult | null }) {
  const board = useStore((state) => state.board);
  const { answer } = useAnswer();
  const unit = board.endpoints.find(({ id }) => id === panel.endpoint)?.time.unit ?? "days";
  const set = (change: Partial<Panel>) => setPanel(panel.id, change);
  return (
    <section className={styles.groups} aria-label="Analysis options">
      <h2>Analysis</h2>
      <Group label="Follow-up" changed={count(panel.landmark, panel.censorAt)}>
        <Time
          label="Landmark at"
          hint="Only patients still followed and without the event past this time; their clock begins there. Groups known by then are free of immortal time."
          unit={unit}
          value={panel.landmark}
          onTime={(landmark) => set({ landmark })}
        />
        <Time
          label="Censor at"
          hint="Follow-up past this time is not used: every number is computed anew. To look at a part of the axis, zoom instead."
          unit={unit}
          value={panel.censorAt}
          onTime={(censorAt) => set({ censorAt })}
        />
      </Group>
      <Group label="Comparison" changed={count(panel.reference, panel.strata, panel.permutation)}>
        {result && result.groups.length > 1 && (
          <Option label="Reference" hint="The group that the others are compared with.">
            <select
              value={result.groups[result.reference].level}
              onChange={({ target }) => set({ reference: target.value })}
            >
              {result.groups.map(({ level, label }) => (
                <option key={level} value={level}>
                  {label}
                </option>
              ))}
            </select>
          </Option>
        )}
        {answer && (
          <Option label="Strata" hint="Test and hazard ratios compare patients of the same stratum only.">
            <VariableSelect
              board={board}
              summary={answer.summary}
              value={panel.strata}
              none="none"
              onVariable={(strata) => set({ strata })}
            />
          </Option>
        )}
        <Option label="Permutation P" hint="Deals the groups out anew 10,000 times: a P for small groups.">
          <input
            type="checkbox"
            checked={panel.permutation !== null}
            onChange={({ target }) => set({ permutation: target.checked ? { count: 10_000, seed: 1 } : null })}
          />
        </Option>
      </Group>
      <Group label="Times" changed={count(panel.tau, panel.givenAliveAt)}>
        <Time
          label="Restricted mean to"
          hint="At most the smallest last follow-up of the groups, which is also taken when nothing is said."
          unit={unit}
          value={panel.tau}
          onTime={(tau) => set({ tau })}
        />
        <Time
          label="Given alive at"
          hint="Survival to the milestones of those still alive and followed at this time."
          unit={unit}
          value={panel.givenAliveAt}
          onTime={(givenAliveAt) => set({ givenAliveAt })}
        />
      </Group>
    </section>
  );
}

const count = (...values: unknown[]) => values.filter((value) => value !== null).length;

function Group({ label, changed, children }: { label: string; changed: number; children: ReactNode }) {
  return (
    <details className={styles.group}>
      <summary>
        {label}
        {changed > 0 && <span className="quiet">{changed} set</span>}
      </summary>
      <div className={styles.controls}>{children}</div>
    </details>
  );
}

export function Option({ label, hint, children }: { label: string; hint: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={styles.option} title={hint}>
      <span>{label}</span>
      {children}
    </label>
  );
}

function Time({
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
    <Option label={label} hint={hint}>
      <CommittedNumbers
        values={value === null ? [] : [value]}
        most={1}
        placeholder="none"
        suffix={unit}
        label={label}
        accepts={([time]) => time === undefined || time > 0}
        onValues={([time]) => onTime(time ?? null)}
      />
    </Option>
  );
}
