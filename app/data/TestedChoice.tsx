"use client";

import type { Join } from "../../lib/board/board";
import { calledFile } from "../../lib/board/calledFile";
import type { GenesReading, Tested } from "../../lib/board/genes";
import { symbolKey } from "../../lib/cohort/genes/symbols";
import { setJoin } from "../actions/joins";
import { useAnswer } from "../analysis";
import { Committed } from "../controls/Committed";
import { type Choice, none } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Select } from "../controls/Select";
import styles from "./TestedChoice.module.css";

type Long = Extract<GenesReading, { form: "long" }>;

/** Who was tested for genes that a file of alterations does not name of a patient. */
export function TestedChoice({ join, genes }: { join: Join; genes: Long }) {
  const { answer, seconds } = useAnswer();
  if (!answer) return null;
  const { board, summary } = answer;
  const file = calledFile(join.source.file, "this file");
  const set = (tested: Tested | null) => setJoin(join.id, { genes: { ...genes, tested } });
  const others = board.joins.filter(({ id, genes: own }) => id !== join.id && own?.form !== "long");
  const named = (id: string | null) =>
    id === null ? "the cohort" : calledFile(board.joins.find((each) => each.id === id)?.source.file, "another file");
  const panelColumns = [
    ...summary.columns.filter(isOfPanels).map(({ name }) => ({ join: null as string | null, column: name })),
    ...others.flatMap(({ id }) =>
      (seconds.get(id)?.columns ?? [])
        .filter(isOfPanels)
        .map(({ name }) => ({ join: id as string | null, column: name })),
    ),
  ];
  const choices: Choice<string | null>[] = [
    none("not decided"),
    { value: "all", label: "every patient, for every gene" },
    { value: "listed", label: `the patients with a row in ${file}` },
    ...others.map(({ id }) => ({ value: `file ${id}`, label: `the patients in ${named(id)}` })),
    ...panelColumns.map(({ join: from, column }) => ({
      value: `panels ${JSON.stringify([from, column])}`,
      label: `by the panel in ${column} of ${named(from)}`,
    })),
  ];
  const { tested } = genes;
  const value =
    tested === null
      ? null
      : tested.by === "file"
        ? `file ${tested.join}`
        : tested.by === "panels"
          ? `panels ${JSON.stringify([tested.join, tested.column])}`
          : tested.by;
  const choose = (chosen: string | null) => {
    if (chosen === null) set(null);
    else if (chosen === "all" || chosen === "listed") set({ by: chosen });
    else if (chosen.startsWith("file ")) set({ by: "file", join: chosen.slice(5) });
    else {
      const [from, column] = JSON.parse(chosen.slice(7)) as [string | null, string];
      set({ by: "panels", join: from, column, panels: [] });
    }
  };
  return (
    <div className={styles.tested}>
      <Labeled label="Tested were" hint="A patient without an alteration is wild type only if tested.">
        <Select value={value} choices={choices} onValue={choose} />
      </Labeled>
      {tested?.by === "panels" && <Panels tested={tested} onTested={set} />}
    </div>
  );
}

const isOfPanels = ({ name, kind, distinct }: { name: string; kind: string; distinct: number | null }) =>
  kind === "category" &&
  distinct !== null &&
  distinct <= 60 &&
  /panel|assay|mutations|^cna$|sequenc|platform/i.test(name);

/** The genes of each panel: every gene of the file, or those listed. */
function Panels({
  tested,
  onTested,
}: {
  tested: Extract<Tested, { by: "panels" }>;
  onTested: (tested: Tested) => void;
}) {
  const { answer, seconds } = useAnswer();
  const columns = tested.join === null ? answer?.summary.columns : seconds.get(tested.join)?.columns;
  const levels = columns?.find(({ name }) => name === tested.column)?.levels ?? [];
  const set = (panel: string, genes: string[] | null) =>
    onTested({ ...tested, panels: [...tested.panels.filter((each) => each.panel !== panel), { panel, genes }] });
  return (
    <ul className={styles.panels}>
      {levels.map(({ value: panel }) => {
        const own = tested.panels.find((each) => each.panel === panel);
        return (
          <li key={panel}>
            <span>{panel}</span>
            <Committed
              label={`Genes of ${panel}`}
              placeholder="genes, or * for every gene"
              value={own ? (own.genes ?? ["*"]) : []}
              write={(genes) => genes.join(" ")}
              read={genesIn}
              onValue={(genes) => set(panel, genes.includes("*") ? null : genes)}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** Symbols as they are pasted, or as cBioPortal writes the list of a panel. */
function genesIn(text: string): string[] | undefined {
  const genes = text
    .replace(/^[\s\S]*gene_list:/, "")
    .split(/[\s,;]+/)
    .filter((gene) => gene !== "");
  const seen = new Set<string>();
  return genes.length === 0
    ? undefined
    : genes.filter((gene) => !seen.has(symbolKey(gene)) && seen.add(symbolKey(gene)));
}
