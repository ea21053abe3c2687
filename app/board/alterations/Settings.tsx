"use client";

import { type AlterationClass, alterationClasses } from "../../../lib/board/genes";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { classNames } from "../../../lib/cohort/genes/words";
import { isFlagged } from "../../../lib/cohort/groupable";
import { capitalized, formatLevel } from "../../../lib/format";
import type { AlterationsResult } from "../../../lib/panels/alterations/result";
import { setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { Committed } from "../../controls/Committed";
import { named, none } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { PickerAction } from "../../controls/Picker";
import { Select } from "../../controls/Select";
import { TestedChoice } from "../../data/TestedChoice";
import groups from "../figure/OptionGroups.module.css";
import { SettingsGroup } from "../settings/SettingsGroup";
import { VariableSelect } from "../VariableSelect";
import styles from "./Alterations.module.css";

type Panel = PanelOf<"alterations">;

const atFirst = alterationClasses.filter((each) => !["gain", "shallowLoss", "silent"].includes(each));

/** Which genes, what counts as altered, where they are read from, and who was tested. */
export function Settings({ panel, result }: { panel: Panel; result: AlterationsResult | null }) {
  const { answer } = useAnswer();
  if (!answer) return null;
  const { board, summary } = answer;
  const set = (change: Partial<Panel>) => setPanel(panel.id, change);
  const joins = board.joins.filter(({ genes }) => genes?.form === "long");
  return (
    <section className={groups.groups} aria-label="Analysis options">
      <h2>Analysis</h2>
      <SettingsGroup label="Genes" set={[panel.genes, panel.columns]}>
        <Labeled look="above" label="These, in this order" hint="Empty: the most frequently altered.">
          <Committed
            value={panel.genes ?? []}
            placeholder={`the ${panel.most} most frequent`}
            write={(genes) => genes.join(" ")}
            read={(text) => text.split(/[\s,;]+/).filter((gene) => gene !== "")}
            onValue={(genes) => set({ genes: genes.length === 0 ? null : genes })}
          />
        </Labeled>
        <Columns panel={panel} board={board} summary={summary} onColumns={(columns) => set({ columns })} />
      </SettingsGroup>
      <SettingsGroup label="Counted as altered" set={[same(panel.counted, atFirst) ? null : 1]}>
        <fieldset className={groups.checks}>
          <legend className="hidden">Classes that are counted</legend>
          {alterationClasses.map((each) => (
            <label key={each}>
              <input
                type="checkbox"
                checked={panel.counted.includes(each)}
                onChange={({ target }) => set({ counted: withClass(panel.counted, each, target.checked) })}
              />
              {capitalized(classNames[each])}
            </label>
          ))}
        </fieldset>
      </SettingsGroup>
      {joins.length > 0 && (
        <details className={groups.group} open={result === null || undefined}>
          <summary>Who was tested</summary>
          <div className={groups.controls}>
            {joins.map(
              (join) => join.genes?.form === "long" && <TestedChoice key={join.id} join={join} genes={join.genes} />,
            )}
          </div>
        </details>
      )}
      <SettingsGroup label="Tracks and intervals" set={[...panel.tracks, panel.level === 0.95 ? null : 1]}>
        <ul className={styles.tracks}>
          {panel.tracks.map((track, place) => (
            <li key={JSON.stringify(track)}>
              <VariableSelect
                board={board}
                summary={summary}
                value={track}
                none="remove"
                onVariable={(of) =>
                  set({ tracks: panel.tracks.flatMap((each, at) => (at !== place ? [each] : of === null ? [] : [of])) })
                }
              />
            </li>
          ))}
          {panel.tracks.length < 8 && (
            <li>
              <VariableSelect
                board={board}
                summary={summary}
                value={null}
                none="Add a track…"
                onVariable={(of) => of !== null && set({ tracks: [...panel.tracks, of] })}
              />
            </li>
          )}
        </ul>
        <Labeled look="setting" label="Confidence level">
          <Select
            value={panel.level}
            choices={[0.8, 0.9, 0.95, 0.99].map((level) => ({ value: level, label: formatLevel(level) }))}
            onValue={(level) => set({ level })}
          />
        </Labeled>
      </SettingsGroup>
    </section>
  );
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && b.every((each) => a.includes(each));

const withClass = (counted: readonly AlterationClass[], of: AlterationClass, on: boolean) =>
  alterationClasses.filter((each) => (each === of ? on : counted.includes(each)));

/** The columns of the cohort that are read as genes. */
function Columns({
  panel,
  board,
  summary,
  onColumns,
}: {
  panel: Panel;
  onColumns: (columns: string[] | null) => void;
} & Pick<NonNullable<ReturnType<typeof useAnswer>["answer"]>, "board" | "summary">) {
  const chosen = panel.columns ?? [];
  const offered = summary.columns
    .filter((column) => column.kind !== "date" && column.distinct !== null && !isFlagged(board, column))
    .map(({ name }) => name)
    .filter((name) => !chosen.includes(name));
  return (
    <>
      <Labeled look="setting" label="Columns of the cohort">
        <Select
          value={panel.columns === null ? null : "chosen"}
          choices={[none("those called after genes"), { value: "chosen", label: "chosen by hand" }]}
          onValue={(by) => onColumns(by === null ? null : [])}
        />
      </Labeled>
      {panel.columns !== null && (
        <ul className={styles.tracks}>
          {chosen.map((name) => (
            <li key={name}>
              {name}
              <button
                type="button"
                data-look="plain"
                aria-label={`Remove ${name}`}
                onClick={() => onColumns(chosen.filter((each) => each !== name))}
              >
                ×
              </button>
            </li>
          ))}
          <li>
            <PickerAction
              label="Add a column of a gene"
              name="Add a column…"
              choices={named(offered)}
              onValue={(name) => onColumns([...chosen, name])}
            />
          </li>
        </ul>
      )}
    </>
  );
}
