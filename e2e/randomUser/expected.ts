import { analyze } from "../../lib/analysis/analyze";
import { readBoard } from "../../lib/board/boardFile";
import { readingOptions } from "../../lib/board/readingOptions";
import { resultsText, statisticsTable, tabbed } from "../../lib/export/words";
import { formatCount } from "../../lib/format";
import type { Result } from "../../lib/result";
import { bytesSource, type ReadingOptions, type Table } from "../../lib/table";
import { readHeavyTable } from "../../lib/table/readHeavyTable";
import type { GivenFile } from "./files";

/** What the page must say of a board; null where nothing is known of its file. */
export type Expected =
  | { selected: string; panels: { heading: string; says: { table: string; results: string } | { problem: string } }[] }
  | { refused: string }
  | null;

/** What the command line computes of a saved board and its files, in the words of the page. */
export async function expectedOf(saved: string, files: readonly GivenFile[]): Promise<Expected> {
  const board = readBoard(saved);
  if (!board.ok) throw new Error(`The page saved a board that is refused: ${board.problem.message}`);
  const table = await tableOf(files, board.value.source.file, readingOptions(board.value));
  if (!table?.ok) return table && { refused: table.problem.message };
  const seconds = new Map<string, Table>();
  for (const join of board.value.joins) {
    const second = await tableOf(files, join.source.file, readingOptions(join));
    if (!second?.ok) return second && { refused: second.problem.message };
    seconds.set(join.id, second.value);
  }
  const { patients, panels } = analyze(table.value, board.value, seconds);
  return {
    selected: `${formatCount(patients.selected)} of ${formatCount(patients.total)} patients`,
    panels: panels.map((view) => {
      const { heading } = view;
      if (view.state === "pending") throw new Error("a panel without an answer");
      if (view.state === "blocked") return { heading, says: { problem: view.problem.message } };
      const shown = { ...view, title: heading };
      return { heading, says: { table: tabbed(statisticsTable(shown)), results: resultsText(shown) } };
    }),
  };
}

async function tableOf(
  files: readonly GivenFile[],
  name: string | null,
  options: ReadingOptions,
): Promise<Result<Table> | null> {
  const file = files.find((each) => each.name === name);
  return file ? readHeavyTable(bytesSource(file.name, new Uint8Array(file.buffer)), options) : null;
}
