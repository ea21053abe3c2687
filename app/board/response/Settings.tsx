"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { formatLevel } from "../../../lib/format";
import type { ResponseResult } from "../../../lib/panels/response/result";
import { setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { CommittedNumbers } from "../../controls/CommittedNumbers";
import { labeled, named, none, worded } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Picker } from "../../controls/Picker";
import { Select } from "../../controls/Select";
import styles from "../figure/OptionGroups.module.css";
import { SettingsGroup } from "../settings/SettingsGroup";
import { ChangeSettings, ResponseSettings } from "./ColumnSettings";
import { SecondFileSettings } from "./SecondFileSettings";

type Panel = PanelOf<"response">;

/** Where responses, changes and courses come from, and whom the rates are of. */
export function Settings({ panel, result }: { panel: Panel; result: ResponseResult | null }) {
  const { answer } = useAnswer();
  if (!answer) return null;
  const { board, summary } = answer;
  const set = (change: Partial<Panel>) => setPanel(panel.id, change);
  const endpoints = labeled(board.endpoints);
  const dates = summary.columns.filter(({ kind }) => kind === "date").map(({ name }) => name);
  return (
    <section className={styles.groups} aria-label="Analysis options">
      <h2>Analysis</h2>
      <details className={styles.group} open={result === null || undefined}>
        <summary>Best response and best change</summary>
        <div className={styles.controls}>
          <ResponseSettings panel={panel} result={result} summary={summary} board={board} />
          <ChangeSettings panel={panel} summary={summary} />
        </div>
      </details>
      <SettingsGroup
        label="Rates"
        set={[
          panel.denominator === "all" ? null : 1,
          panel.compared === "ORR" ? null : 1,
          panel.benefit === 6 ? null : 1,
          panel.oddsRatio || null,
          panel.level === 0.95 ? null : 1,
          panel.reference,
        ]}
      >
        <Labeled look="setting" label="Rates are of" hint="Not evaluable is no response, or is left out of the rates.">
          <Select
            value={panel.denominator}
            choices={worded({ all: "all patients", evaluable: "evaluable only" })}
            onValue={(denominator) => set({ denominator })}
          />
        </Labeled>
        <Labeled look="setting" label="Groups compared in">
          <Select
            value={panel.compared}
            choices={worded({ ORR: "objective response", DCR: "disease control", CBR: "clinical benefit" })}
            onValue={(compared) => set({ compared })}
          />
        </Labeled>
        <Labeled look="setting" label="Stable is a benefit from" hint="Stable disease that lasts so long.">
          <CommittedNumbers
            values={[panel.benefit]}
            most={1}
            placeholder="6"
            suffix="months"
            label="Stable is a benefit from"
            accepts={([months]) => months !== undefined && months > 0 && months <= 120}
            onValues={([months]) => set({ benefit: months ?? 6 })}
          />
        </Labeled>
        <Labeled look="setting" label="Odds ratio">
          <input
            type="checkbox"
            checked={panel.oddsRatio}
            onChange={({ target }) => set({ oddsRatio: target.checked })}
          />
        </Labeled>
        <Labeled look="setting" label="Confidence level">
          <Select
            value={panel.level}
            choices={[0.8, 0.9, 0.95, 0.99].map((level) => ({ value: level, label: formatLevel(level) }))}
            onValue={(level) => set({ level })}
          />
        </Labeled>
        {result && result.groups.length > 1 && (
          <Labeled look="setting" label="Reference" hint="The group that differences are against.">
            <Select
              value={result.comparison?.reference.level ?? null}
              choices={result.groups.map(({ level, label }) => ({ value: level as string | null, label }))}
              onValue={(reference) => set({ reference })}
            />
          </Labeled>
        )}
      </SettingsGroup>
      <SettingsGroup
        label="Courses and second files"
        set={[
          panel.follow,
          panel.progression,
          panel.responded,
          panel.duration,
          panel.measurements,
          panel.courses,
          panel.markers,
        ]}
      >
        <Labeled look="setting" label="Followed, and died, by" hint="How long the lanes are.">
          <Select
            value={panel.follow}
            choices={[none("none: no lanes"), ...endpoints]}
            onValue={(follow) => set({ follow })}
          />
        </Labeled>
        <Labeled
          look="setting"
          label="Progression by"
          hint="Marks progression, and says how long stable disease lasted."
        >
          <Select
            value={panel.progression}
            choices={[none("none"), ...endpoints]}
            onValue={(progression) => set({ progression })}
          />
        </Labeled>
        <Labeled
          look="setting"
          label="First response by"
          hint="An endpoint of time to response; else the measurements."
        >
          <Select
            value={panel.responded}
            choices={[none(panel.measurements ? "the measurements" : "none"), ...endpoints]}
            onValue={(responded) => set({ responded })}
          />
        </Labeled>
        <Labeled look="setting" label="Duration of response by" hint="Its medians stand beside the rates.">
          <Select
            value={panel.duration}
            choices={[none("none"), ...endpoints]}
            onValue={(duration) => set({ duration })}
          />
        </Labeled>
        <SecondFileSettings panel={panel} board={board} />
        {(panel.measurements || panel.courses || panel.markers) && (
          <Labeled look="setting" label="Date of time zero" hint="Where a second file holds dates.">
            <Picker
              value={panel.origin}
              choices={[none("none: times are numbers"), ...named(dates)]}
              onValue={(origin) => set({ origin })}
            />
          </Labeled>
        )}
      </SettingsGroup>
    </section>
  );
}
