import { looksLikeBoard, readBoard } from "../../../lib/board/boardFile";
import { looksLikeScore } from "../../../lib/board/scoreFile";
import { problem } from "../../../lib/result";
import { theClient } from "../../analysis";
import { setView, useStore } from "../../store";
import { openScore } from "../scores";
import { applyBoardFile, boardInWaiting, letWait } from "./boardFile";
import { openCohort } from "./cohort";

/**
 * A file the user gave: a board file is applied, a score added. While a cohort of the user's own is set up, it is asked what the file is; otherwise it is read
 * as a cohort.
 */
export const openFile = (file: File): Promise<void> => openFiles([file]);

/** Files given at once: of a cohort and a board, the board is for that cohort; a second cohort is not read, and this is said. */
export async function openFiles(files: readonly File[]): Promise<void> {
  const given = await Promise.all(files.map(lookInto));
  const [cohort, ...more] = given.filter(({ kind }) => kind === "table");
  const settings = given.filter(({ kind }) => kind !== "table");
  if (cohort) {
    const boards = settings.filter(({ kind }) => kind === "board").map(({ text }) => readBoard(text));
    letWait(boards.find((board) => board.ok)?.value ?? boardInWaiting());
    await openTable(cohort.file);
  }
  for (const { kind, file, text } of settings)
    if (!cohort || kind === "score" || !readBoard(text).ok) await applyOnceRead(kind, file.name, text);
  if (more.length > 0 && useStore.getState().reading.state === "idle") notOpened(more.map(({ file }) => file.name));
}

interface Given {
  kind: "board" | "score" | "table";
  file: File;
  /** What stands in it; empty for a table. */
  text: string;
}

async function lookInto(file: File): Promise<Given> {
  const head = await file.slice(0, 2000).text();
  const kind = looksLikeBoard(head) ? "board" : looksLikeScore(head) ? "score" : "table";
  return { kind, file, text: kind === "table" ? "" : await file.text() };
}

/** Says that of several cohorts given at once only the first was taken. */
function notOpened(names: readonly string[]): void {
  const [were, them] = names.length === 1 ? ["was", "it"] : ["were", "each"];
  const file = names.map((name) => `“${name}”`).join(", ");
  const message = `${file} ${were} not opened: cohort files are opened one at a time.`;
  const said = problem("one-cohort", message, `Open or drop ${them} by itself.`);
  useStore.setState({ reading: { state: "failed", file, problem: said, again: null } });
}

/** Settings given while a file is read are for that file: they wait until it is read and answered, or will not be. */
async function applyOnceRead(kind: Given["kind"], name: string, text: string): Promise<void> {
  const { reading } = useStore.getState();
  if (reading.state === "reading") {
    const message = `“${name}” is used once “${reading.file}” is read.`;
    setView({ message: problem("settings-wait", message, "Cancel the reading to use it now.") });
  }
  await untilAnswered();
  if (kind === "score") openScore(text);
  else applyBoardFile(name, text);
}

/** Until no file is being read, and the one that is open has its first answer or there will be none. */
function untilAnswered(): Promise<void> {
  const client = theClient();
  const answered = () => {
    const { dataset, reading } = useStore.getState();
    const { answer, problem: failure } = client.getState();
    return reading.state !== "reading" && (dataset.state !== "ready" || answer !== null || failure !== null);
  };
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const look = () => {
      if (!answered()) return;
      for (const stop of stops) stop();
      resolve();
    };
    stops.push(useStore.subscribe(look), client.subscribe(look));
    look();
  });
}

async function openTable(file: File): Promise<void> {
  const { dataset, board } = useStore.getState();
  if (dataset.state === "ready" && !dataset.example && board.endpoints.length > 0 && !boardInWaiting())
    return setView({ incoming: file });
  await openCohort(file);
}

export const pasteCells = (text: string) => openFile(new File([text], "pasted cells", { type: "text/plain" }));
