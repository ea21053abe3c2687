import * as z from "zod";
import type { Board } from "../../lib/board/board";
import { boardOfCounts } from "../../lib/board/countFile";
import { type Problem, problem } from "../../lib/result";
import { variablesOf } from "../../lib/warehouse/countQuery";
import { openCells } from "../actions/files/cohort";
import { attempt } from "../failure/attempt";
import { setView, useStore } from "../store";
import { holdWhile, notCounted, useWarehouse, warehouseToken } from "./warehouse";

/** Asks the gateway beside this page for the cells of boards that the cells at hand do not answer. */

const answerSchema = z.object({
  called: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.enum(["text", "integer", "number", "date", "boolean"]) })),
  cells: z.array(z.string()),
  file: z.string(),
});
const refusalSchema = z.object({ message: z.string(), hint: z.string() });

/** The names of the columns of the cells at hand. */
let here: readonly { name: string }[] = [];
/** The last board they answered. */
let answered: Board | null = null;
/** What is asked for: the columns that lack, and how to end it. */
let asked: { lacking: string; stop: AbortController } | null = null;

/** Opens the cells of the board that the warehouse begins with, and asks for others from then on. */
export async function openWarehouse(): Promise<void> {
  holdWhile(waits);
  await ask("", null);
}

/** Whether a board looks at columns that were not counted yet; asks for them. What no longer waits ends what is under way. */
function waits(board: Board): boolean {
  const there = new Set(notCounted(useWarehouse.getState().columns, here).map(({ name }) => name));
  const lacking = JSON.stringify(
    variablesOf(board)
      .filter((name) => there.has(name))
      .sort(),
  );
  if (lacking === "[]") {
    asked?.stop.abort();
    answered = board;
    return false;
  }
  if (asked?.lacking !== lacking) attempt("The warehouse was not asked", () => ask(lacking, board));
  return true;
}

/** Of several questions the last counts. */
async function ask(lacking: string, board: Board | null): Promise<void> {
  asked?.stop.abort();
  const mine = { lacking, stop: new AbortController() };
  asked = mine;
  useWarehouse.setState({ asking: { since: Date.now(), cancel: () => cancel() } });
  const found = await answerOf(board, mine.stop.signal);
  if (asked !== mine) return;
  if (mine.stop.signal.aborted || "problem" in found) {
    done();
    if ("problem" in found && !mine.stop.signal.aborted) refused(found.problem);
    return;
  }
  const { called, columns, cells, file } = found;
  const ofCells = boardOfCounts(file);
  if (!ofCells?.ok) return refused(ofCells ? ofCells.problem : strange);
  const before = here;
  here = cells.map((name) => ({ name }));
  done();
  useWarehouse.setState({ called, columns });
  // What was changed meanwhile stays: the latest board is answered.
  const now = board === null ? ofCells.value : withCells(useStore.getState().board, ofCells.value);
  const opened = await openCells(new File([file], called, { type: "text/csv" }), now, board === null);
  if (!opened) here = before;
}

function done(): void {
  asked = null;
  useWarehouse.setState({ asking: null });
}

/** What the page chose, over cells that were counted anew. */
const withCells = (page: Board, { source, columns }: Board): Board => ({
  ...page,
  source,
  columns: [...page.columns, ...columns.filter(({ name }) => !page.columns.some((own) => own.name === name))],
});

/** The user does without: the page is at the board that the cells at hand answer. */
function cancel(): void {
  asked?.stop.abort();
  done();
  goBack();
}

function refused(said: Problem): void {
  goBack();
  const stays = answered === null ? "" : " What is shown is the last answer.";
  setView({ message: { ...said, hint: `${said.hint}${stays}` } });
}

function goBack(): void {
  if (answered) useStore.setState({ board: answered });
}

async function answerOf(
  board: Board | null,
  signal: AbortSignal,
): Promise<z.infer<typeof answerSchema> | { problem: Problem }> {
  try {
    const response = await fetch("./warehouse/cells", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Warehouse-Token": warehouseToken() ?? "" },
      body: JSON.stringify(board),
      signal,
    });
    const json: unknown = await response.json();
    if (response.ok) return answerSchema.parse(json);
    return { problem: problem("warehouse-refused", refusalSchema.parse(json).message, refusalSchema.parse(json).hint) };
  } catch {
    return { problem: strange };
  }
}

const strange = problem(
  "warehouse-silent",
  "The gateway to the warehouse does not answer.",
  "See whether npm start -- --warehouse still runs.",
);
