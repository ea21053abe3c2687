"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { proposedAlterations } from "../../../lib/cohort/proposeAlterations";
import type { AlterationsResult } from "../../../lib/panels/alterations/result";
import { setFigure, setPanel } from "../../actions/panels";
import { worded } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
import groups from "../figure/OptionGroups.module.css";
import type { PanelParts } from "../panelPart";
import { Oncoprint } from "./Oncoprint";
import { Settings } from "./Settings";
import { Statistics } from "./Statistics";

type Panel = PanelOf<"alterations">;

const counts = [5, 10, 15, 20, 30, 50, 100, 200, 500];

/** How many genes, and how patients are sorted. */
function Choices({ panel, result }: { panel: Panel; result: AlterationsResult | null }) {
  const known = result === null || result.genesKnown === 0 ? 2000 : Math.min(2000, result.genesKnown);
  const offered = [...new Set([...counts, known, panel.most])].filter(
    (count) => count <= known || count === panel.most,
  );
  return (
    <>
      <Select
        label="Genes"
        value={panel.genes === null ? panel.most : 0}
        choices={[
          ...(panel.genes === null ? [] : [{ value: 0, label: "Genes: chosen by name" }]),
          ...offered
            .sort((a, b) => a - b)
            .map((most) => ({
              value: most,
              label: result && most >= known ? "Genes: all" : `Genes: ${most} most frequent`,
            })),
        ]}
        onValue={(most) => most > 0 && setPanel(panel.id, { most, genes: null })}
      />
      <Select
        label="Sort"
        value={panel.sort}
        choices={worded({ memo: "Sort: memo", group: "Sort: by group", file: "Sort: as in the file" })}
        onValue={(sort) => setPanel(panel.id, { sort })}
      />
    </>
  );
}

function Options({ panel }: { panel: Panel }) {
  return (
    <section className={groups.groups}>
      <h2>Figure</h2>
      <Labeled look="setting" label="Shares beside the genes">
        <input
          type="checkbox"
          checked={panel.figure.shares}
          onChange={({ target }) => setFigure(panel.id, { shares: target.checked })}
        />
      </Labeled>
    </section>
  );
}

export const alterationsParts: PanelParts<Panel, AlterationsResult> = {
  what: "figure",
  Figure: Oncoprint,
  Statistics,
  Settings,
  // Genes are compared by a group beside the figure, which is of all patients.
  groups: () => null,
  Choices,
  begun: (panel, { board }) => proposedAlterations(board, panel.id),
  Options,
};
