"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { CommittedNumbers } from "../../controls/CommittedNumbers";
import { type Choice, none } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Picker } from "../../controls/Picker";
import { useStore } from "../../store";
import { SettingsGroup } from "../settings/SettingsGroup";

type Cut = NonNullable<PanelOf<"kaplanMeier">["cut"]>;

/** Two groups at the cut of a number that separates the patients most. It takes the place of the group. */
export function CutSetting({ panel: { id, cut } }: { panel: PanelOf<"kaplanMeier"> }) {
  const scores = useStore((state) => state.board.scores);
  const { answer } = useAnswer();
  if (!answer) return null;
  const columns = answer.summary.columns.filter(({ kind }) => kind === "number");
  const choices: Choice<Cut["of"]>[] = [
    ...scores.map((score) => ({ value: { score: score.id }, label: score.label })),
    ...columns.map(({ name }) => ({ value: { column: name }, label: name })),
  ];
  const choose = (of: Cut["of"] | null) =>
    setPanel(
      id,
      of === null
        ? { cut: null }
        : {
            cut: { of, minShare: cut?.minShare ?? 0.1 },
            group: null,
            split: null,
            also: null,
            strata: null,
            changes: null,
            test: "logRank",
            title: null,
          },
    );
  return (
    <SettingsGroup label="Cut-point search" set={[cut]}>
      <Labeled
        look="setting"
        label="Cut"
        hint="Tries every cut and takes the one that separates the curves most. P is corrected for the search; the result is exploratory."
      >
        <Picker value={cut?.of ?? null} choices={[none("no"), ...choices]} onValue={choose} />
      </Labeled>
      {cut && (
        <Labeled look="setting" label="Smaller group" hint="The least share of the patients in either group, 1 to 49%.">
          <CommittedNumbers
            values={[cut.minShare]}
            most={1}
            scale={100}
            suffix="%"
            placeholder="10"
            label="Smaller group"
            accepts={([share = 0]) => share >= 0.01 && share <= 0.49}
            onValues={([minShare = cut.minShare]) => setPanel(id, { cut: { ...cut, minShare } })}
          />
        </Labeled>
      )}
    </SettingsGroup>
  );
}
