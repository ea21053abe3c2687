"use client";

import type { Join } from "../../lib/board/board";
import type { GenesReading } from "../../lib/board/genes";
import { proposeGenes } from "../../lib/cohort/genes/propose";
import { proposedAlterations } from "../../lib/cohort/proposeAlterations";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { formatCount } from "../../lib/format";
import { setJoin } from "../actions/joins";
import { addPanel } from "../actions/panels";
import { named, none } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Picker } from "../controls/Picker";
import { setView, useStore } from "../store";
import { TestedChoice } from "./TestedChoice";
import styles from "./TestedChoice.module.css";

/** How a second file says which genes are altered, and the way to the panel that shows them. */
export function GenesOfFile({ join, second }: { join: Join; second: TableSummary }) {
  const board = useStore((state) => state.board);
  const { genes } = join;
  if (genes === null) {
    const proposed = proposeGenes(second);
    return (
      proposed && (
        <button type="button" onClick={() => setJoin(join.id, { genes: proposed })}>
          Read it as genes
        </button>
      )
    );
  }
  const shown = board.panels.find(({ kind }) => kind === "alterations");
  const open = () => {
    if (shown) setView({ place: "board", focus: shown.id });
    else {
      addPanel(proposedAlterations(board));
      setView({ place: "board" });
    }
  };
  return (
    <div className={styles.read} data-testid="genes-of-file">
      <p>
        <strong>Genes.</strong> {inWords(genes)}{" "}
        <button type="button" data-look="plain" onClick={() => setJoin(join.id, { genes: null })}>
          Do not read genes
        </button>
      </p>
      {genes.form === "long" && <LongFields join={join} genes={genes} second={second} />}
      {genes.form === "long" && <TestedChoice join={join} genes={genes} />}
      <p>
        <button type="button" onClick={open}>
          Show gene aberrations
        </button>
      </p>
    </div>
  );
}

function LongFields({
  join,
  genes,
  second,
}: {
  join: Join;
  genes: Extract<GenesReading, { form: "long" }>;
  second: TableSummary;
}) {
  const names = second.columns.map(({ name }) => name);
  const set = (change: Partial<typeof genes>) => setJoin(join.id, { genes: { ...genes, ...change } });
  return (
    <div className={styles.fields}>
      <Labeled label="Gene">
        <Picker value={genes.gene} choices={named(names)} onValue={(gene) => set({ gene })} />
      </Labeled>
      <Labeled label="Kind of alteration">
        <Picker
          value={genes.class}
          choices={[none("none"), ...named(names)]}
          onValue={(kind) => set({ class: kind })}
        />
      </Labeled>
      <Labeled label="Change">
        <Picker value={genes.change} choices={[none("none"), ...named(names)]} onValue={(change) => set({ change })} />
      </Labeled>
    </div>
  );
}

function inWords(genes: GenesReading): string {
  switch (genes.form) {
    case "long":
      return genes.partner === null ? "Each row is an alteration of a gene." : "Each row joins two genes.";
    case "matrix":
      return "Rows are genes and columns samples: −2 to 2 are copy numbers; blank is not tested.";
    case "wide":
      return `${formatCount(genes.columns.length)} columns are genes; blank is not tested.`;
  }
}
