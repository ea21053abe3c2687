"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { useStore } from "../../store";
import { CommittedNumbers } from "../figure/CommittedNumbers";
import { Setting, SettingsGroup } from "../settings/SettingsGroup";

type Cut = NonNullable<PanelOf<"kaplanMeier">["cut"]>;

/** Two groups at the cut of a number that separates the patients most. It takes the place of the group. */
export function CutSetting({ panel: { id, cut } }: { panel: PanelOf<"kaplanMeier"> }) {
  const scores = useStore((state) => state.board.scores);
  const { answer } = useAnswer();
  if (!answer) return null;
  const columns = answer.summary.columns.filter(({ kind }) => kind === "number");
  const choices: { of: Cut["of"]; label: string }[] = [
    ...scores.map((score) => ({ of: { score: score.id }, label: score.label })),
    ...columns.map(({ name }) => ({ of: { column: name }, label: name })),
  ];
  const choose = (place: number) =>
    setPanel(
      id,
      place < 0
        ? { cut: null }
        : {
            cut: { of: choices[place].of, minShare: cut?.minShare ?? 0.1 },
            ...{ group: null, split: null, also: null, strata: null, changes: null, test: "logRank", title: null },
          },
    );
  return (
    <SettingsGroup label="Cut-point search" set={[cut]}>
      <Setting
        label="Cut"
        hint="Tries every cut and takes the one that separates the curves most. P is corrected for the search; the result is exploratory."
      >
        <select
          value={choices.findIndex(({ of }) => JSON.stringify(of) === JSON.stringify(cut?.of))}
          onChange={({ target }) => choose(Number(target.value))}
        >
          <option value={-1}>no</option>
          {choices.map(({ of, label }, place) => (
            <option key={JSON.stringify(of)} value={place}>
              {label}
            </option>
          ))}
        </select>
      </Setting>
      {cut && (
        <Setting label="Smaller group" hint="The least share of the patients in either group, 1 to 49%.">
          <CommittedNumbers
            values={[cut.minShare]}
            most={1}
            scale={100}
            suffix="%"
            placeholder="10"
            label="Smaller group"
            accepts={([share]) => share >= 0.01 && share <= 0.49}
            onValues={([minShare]) => setPanel(id, { cut: { ...cut, minShare } })}
          />
        </Setting>
      )}
    </SettingsGroup>
  );
}
