import type { Recognized } from "../../lib/cohort/layouts";
import { plainBoard, proposedBoard } from "../../lib/cohort/propose";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { changeBoard, setView, useStore } from "../store";

const fileName = () => {
  const { dataset } = useStore.getState();
  return dataset.state === "ready" ? dataset.file : "";
};

/** Takes over what the layout of the file proposes; how the file is read stays as the user chose it. */
export function takeProposal(summary: TableSummary, { proposal }: Recognized): void {
  changeBoard((board) => {
    const proposed = proposedBoard(fileName(), summary, proposal);
    const names = new Set(proposed.columns.map(({ name }) => name));
    const columns = board.columns.map((choice) => ({
      ...proposed.columns.find(({ name }) => name === choice.name),
      ...choice,
    }));
    const known = new Set(columns.map(({ name }) => name));
    return {
      ...proposed,
      source: board.source,
      columns: [...columns, ...proposed.columns.filter(({ name }) => names.has(name) && !known.has(name))],
    };
  });
  setView({ focus: useStore.getState().board.panels[0]?.id ?? null });
}

/** Back to the columns alone: no endpoint, and nothing said of several rows. */
export const startPlain = (summary: TableSummary) =>
  changeBoard((board) => {
    const plain = plainBoard(fileName(), summary);
    return { ...plain, source: board.source, columns: board.columns };
  });
