import { type Board, boardSchema, emptyBoard } from "../../lib/board/board";
import { looksLikeBoard, readBoard, writeBoard } from "../../lib/board/boardFile";
import { type HashSettings, withHash } from "../../lib/board/hash";
import { fitting, namesOf } from "../../lib/board/namesInHash";
import { openingPanel } from "../../lib/board/panelForms/registry";
import { withReading } from "../../lib/board/readingOptions";
import { looksLikeScore } from "../../lib/board/scoreFile";
import { cutChanges } from "../../lib/cohort/dataCut";
import { misfits } from "../../lib/cohort/fit";
import { recognize } from "../../lib/cohort/layouts";
import { plainBoard } from "../../lib/cohort/propose";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { type Problem, problem } from "../../lib/result";
import type { ReadingOptions } from "../../lib/table";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import exampleText from "../../public/example/synthetic-lms-cohort.csv";
import { theClient } from "../analysis";
import { saveFile } from "../browser/saveFile";
import { attempt } from "../failure/attempt";
import { recallBoard, rememberBoard } from "../storage/boards";
import { forgetLastFile, keepLastFile, type LastFile, lastFile, startLastFile } from "../storage/lastFile";
import { takeOver } from "../storage/reload";
import { changeBoard, nothingOver, ownFile, setView, useStore, type View } from "../store";
import { isActive } from "./filters";
import { takeProposal } from "./proposal";
import { whileReading } from "./reading";
import { openScore } from "./scores";

export const exampleName = "synthetic-lms-cohort.csv";

/** A board opened before the file it belongs to: used for the next file. */
let boardInWaiting: Board | null = null;

/** How many board files were put over an open cohort so far. */
let applied = 0;

/** The example as it is shipped, and the columns of its file. */
export const theExample = () => ({
  board: boardSchema.parse(exampleBoard),
  columns: exampleText.slice(0, exampleText.search(/[\r\n]/)).split(","),
});

/** The synthetic example cohort with its board, or with the settings of an address and what else was on the screen. */
export async function openExample(settings: HashSettings | null = null, slide: number | null = null): Promise<void> {
  const { dataset, reading } = useStore.getState();
  if (reading.state !== "reading" && dataset.state === "ready" && dataset.example) return;
  const handed = takeOver();
  const board = handed?.ok && handed.value.source.file === exampleName ? handed.value : theExample().board;
  const opened = await read(new File([exampleText], exampleName, { type: "text/csv" }), {
    example: true,
    asked: board,
    again: null,
    settingsFor: () =>
      settings
        ? { board: withHash(board, settings), view: { ...viewOf(settings), slide } }
        : { board, view: dataset.state === "awaited" ? { place: "board" } : {} },
  });
  if (!opened) return;
  forgetLastFile();
  if (handed && !handed.ok) setView({ message: notRestored(handed.problem) });
}

/** The place and the panel that settings name. */
const viewOf = ({ place, focus }: HashSettings): Partial<View> => (focus === null ? { place } : { place, focus });

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
    boardInWaiting = boards.find((board) => board.ok)?.value ?? boardInWaiting;
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
  if (dataset.state === "ready" && !dataset.example && board.endpoints.length > 0 && !boardInWaiting)
    return setView({ incoming: file });
  await openCohort(file);
}

/**
 * Reads a file as a cohort of its own, with the settings that wait for it, or others proposed afresh; `said` is how it is to be read, where
 * the user has said so.
 */
export async function openCohort(file: File, said: ReadingOptions = {}): Promise<void> {
  const kept = lastFile();
  const awaited = boardInWaiting ? null : awaitedAs(file);
  const ofThisTab = awaited && kept && awaited.file === kept.name ? kept.board : null;
  const waiting = boardInWaiting ?? ofThisTab;
  let summary: TableSummary | null = null;
  const opened = await read(file, {
    example: false,
    asked: withReading(waiting ?? emptyBoard, said),
    again: waiting ? null : file,
    settingsFor: (found) => {
      summary = found;
      return {
        board: waiting ? withReading(waiting, said) : withReading(plainBoard(file.name, found), said),
        view: awaited && waiting ? viewOf(awaited.settings) : {},
      };
    },
  });
  if (!opened) return;
  boardInWaiting = null;
  if (!waiting && summary) propose(summary);
  if (!awaited || !waiting) setView({ place: waiting ? "board" : "data" });
  const before = applied;
  attempt("The settings kept for this file were not looked up", async () => {
    await restoreByHash(waiting, kept, () => applied === before);
    const stillOpen = ownFile(useStore.getState()) === file.name;
    if (awaited && !waiting && summary && stillOpen) applySettings(awaited.settings, summary, awaited.file === null);
  });
}

/** The settings of the address that wait for a file; null where another is waited for. */
function awaitedAs({ name }: File) {
  const { dataset } = useStore.getState();
  return dataset.state === "awaited" && (dataset.file === null || dataset.file === name) ? dataset : null;
}

/** Puts the settings of an address over those of the file just opened, as one step that can be undone; of a link it is said what came of it. */
function applySettings(settings: HashSettings, read: TableSummary, ofLink: boolean): void {
  const { board } = useStore.getState();
  const columns = (theClient().getState().answer?.summary ?? read).columns.map(({ name }) => name);
  const { settings: fits, unknown } = fitting(settings, namesOf(board, columns));
  changeBoard((before) => withHash(before, fits));
  setView(viewOf(fits));
  if (!ofLink) return;
  const names = unknown.map((name) => `“${name}”`).join(", ");
  const message =
    unknown.length === 0
      ? "The settings of the link were applied to this file."
      : `Of the link’s settings, those that need ${names} were left out: this file has none of that name yet.`;
  setView({ message: problem("link-applied", message, "Undo takes you back to the settings before it.") });
}

/** Reads a later cut of the open cohort: the settings stay, and old and new numbers are kept side by side. */
export async function openNextCut(file: File): Promise<void> {
  const { dataset, board } = useStore.getState();
  const before = theClient().getState().answer;
  if (dataset.state !== "ready" || !before) return;
  const record = await theClient().cutRecord(board);
  const opened = await read(file, {
    example: false,
    asked: board,
    again: null,
    settingsFor: () => ({
      board: { ...board, source: { ...board.source, file: file.name, rows: null, sha256: null } },
      view: {},
    }),
  });
  if (!opened) return;
  attempt("The two cuts were not compared", async () => {
    const after = await theClient().cutRecord(board);
    const changes = record && after ? cutChanges(record, after) : null;
    useStore.setState({ earlierCut: { file: dataset.file, snapshot: before.snapshot, board, changes } });
    setView({ place: "data" });
    await fingerprint();
  });
}

/** Takes the fingerprint of the open file, under which its settings are kept; null where another has been opened meanwhile. */
async function fingerprint(): Promise<string | null> {
  const { dataset } = useStore.getState();
  if (dataset.state !== "ready") return null;
  const sha256 = await theClient().hash();
  if (useStore.getState().dataset !== dataset) return null;
  useStore.setState({ dataset: { ...dataset, sha256 } });
  return sha256;
}

/** What the layout of the file proposes, as one step that can be undone. */
function propose(summary: TableSummary): void {
  const { dataset } = useStore.getState();
  if (dataset.state === "ready" && dataset.layout) takeProposal(summary, dataset.layout);
}

export const pasteCells = (text: string) => openFile(new File([text], "pasted cells", { type: "text/plain" }));

interface Opening {
  example: boolean;
  /** How the file is to be read. */
  asked: Board;
  /** The file, where it can be read in another way when this one fails. */
  again: File | null;
  /** The settings once it is read, and what is on the screen. */
  settingsFor: (summary: TableSummary) => { board: Board; view: Partial<View> };
}

async function read(file: File, { example, asked, again, settingsFor }: Opening): Promise<boolean> {
  const summary = await whileReading(file, again, (onProgress) => theClient().open(file, asked, onProgress));
  if (!summary) return false;
  const { board, view } = settingsFor(summary);
  const layout = recognize(summary);
  useStore.setState((state) => ({
    dataset: { state: "ready", file: file.name, size: file.size, example, sha256: null, layout },
    earlierCut: null,
    board,
    view: { ...state.view, ...nothingOver, slide: null, focus: firstFocus(board), message: null, ...view },
  }));
  if (!example) startLastFile(file);
  useStore.temporal.getState().clear();
  return true;
}

const firstFocus = ({ panels }: Board): string | null => openingPanel(panels)?.id ?? null;

/** After the first curves: the fingerprint of the file, and the settings last used with it, unless a board file was put over it meanwhile. */
async function restoreByHash(waiting: Board | null, kept: LastFile | null, asOpened: () => boolean): Promise<void> {
  const sha256 = await fingerprint();
  if (sha256 === null) return;
  const opened = useStore.getState().dataset;
  if (waiting) {
    const same = waiting === kept?.board && opened.state === "ready" && isFileOf(kept, sha256, opened.size);
    return setView({ message: same ? restored(kept.without) : fitMessage(waiting, sha256) });
  }
  const last = kept?.board?.source.sha256 === sha256 ? kept : null;
  const recalled = await recallBoard(sha256);
  const { dataset, board } = useStore.getState();
  if (dataset !== opened || !asOpened()) return;
  const remembered = (recalled?.ok ? recalled.value : null) ?? last?.board ?? null;
  const unusable =
    recalled?.ok === false ? recalled.problem : kept?.name === ownFile({ dataset }) ? kept?.unusable : null;
  if (!remembered && unusable) return setView({ message: notRestored(unusable) });
  if (!remembered || JSON.stringify(remembered) === JSON.stringify(board)) return;
  useStore.setState({ board: remembered });
  setView({
    place: "board",
    focus: firstFocus(remembered),
    message: restored(last?.without ?? [], "Undo takes you back to a fresh start."),
  });
}

/** Without a fingerprint, which a large file gets late, the size says whether it is the same file. */
const isFileOf = ({ board, size }: LastFile, sha256: string, bytes: number) =>
  board?.source.sha256 ? board.source.sha256 === sha256 : size === bytes;

function restored(without: string[], ...hints: string[]): Problem {
  const message = "Your settings for this file were restored from this browser.";
  return problem("board-restored", message, [...(without.length > 0 ? [lacking(without)] : []), ...hints].join(" "));
}

const lacking = (columns: string[]) =>
  `Without the levels and filters of ${columns.map((name) => `“${name}”`).join(", ")}, which look identifying: set them again.`;

function applyBoardFile(name: string, text: string): void {
  const board = readBoard(text);
  const { dataset } = useStore.getState();
  const summary = theClient().getState().answer?.summary;
  if (!board.ok) {
    useStore.setState({ reading: { state: "failed", file: name, problem: board.problem, again: null } });
    return;
  }
  const same =
    dataset.state === "ready" &&
    (dataset.sha256 !== null ? dataset.sha256 === board.value.source.sha256 : dataset.file === board.value.source.file);
  if (!same && (!summary || misfits(board.value, summary).length > 0)) {
    boardInWaiting = board.value;
    const file = board.value.source.file ?? "its cohort file";
    setView({
      message: problem(
        "board-waits",
        `These settings belong to “${file}”, which is not open.`,
        "Open or drop that file now; the settings will be used for it.",
      ),
    });
    return;
  }
  applied += 1;
  useStore.setState({ board: board.value });
  setView({
    place: "board",
    focus: firstFocus(board.value),
    message: fitMessage(board.value, dataset.state === "ready" ? dataset.sha256 : null),
  });
}

const notRestored = ({ message }: Problem): Problem =>
  problem(
    "board-not-restored",
    "Your settings for this file were kept by another version and cannot be used any more; you start afresh.",
    `${message.replace("The board file", "What was kept")} A board file that you saved may still open.`,
  );

function fitMessage(board: Board, sha256: string | null): Problem | null {
  const { dataset } = useStore.getState();
  const summary = theClient().getState().answer?.summary;
  if (dataset.state !== "ready" || !summary) return null;
  const absent = misfits(board, summary);
  if (absent.length > 0)
    return problem(
      "board-misfit",
      `Some settings do not fit this file: ${absent.join("; ")}.`,
      "Everything else was applied. Choose other columns in Data.",
    );
  if (board.source.sha256 === sha256 || dataset.example) return null;
  return problem(
    "board-other-file",
    "These settings were saved with another file; all of them fit this one.",
    "Check the event coding in Data.",
  );
}

/** Saves the settings as a board file: never data, and no levels or filters of columns that look identifying. */
export async function saveBoard(): Promise<void> {
  const { dataset } = useStore.getState();
  if (dataset.state !== "ready") return;
  const board = await currentBoard();
  const left = leftUnsaved(useStore.getState().board, board);
  if (left.length > 0) {
    const names = left.map((name) => `“${name}”`).join(", ");
    setView({
      message: problem(
        "saved-without",
        `Saved without the levels and filters of ${names}, which look identifying.`,
        "Untick “identifies” in Data to save them too.",
      ),
    });
  }
  saveFile(
    new Blob([writeBoard(board)], { type: "application/json" }),
    `${dataset.file.replace(/\.[^.]*$/, "")}.board.json`,
  );
}

/** Columns of which the saved board holds less than the one on the screen. */
function leftUnsaved(board: Board, saved: Board): string[] {
  const filters = board.filters.filter(
    (filter) => isActive(filter) && !saved.filters.some((kept) => JSON.stringify(kept) === JSON.stringify(filter)),
  );
  const filtered = filters.flatMap(({ of }) => ("column" in of ? [of.column] : []));
  const levels = board.columns.filter(
    ({ name, levels: given }) => given && !saved.columns.find((each) => each.name === name)?.levels,
  );
  return [...new Set([...filtered, ...levels.map(({ name }) => name)])];
}

/** Keeps the settings in this browser for the next time the same file is opened, and in this tab for when the page is left. */
export async function keepBoard(): Promise<void> {
  const { dataset } = useStore.getState();
  if (dataset.state !== "ready" || dataset.example) return;
  const board = await currentBoard();
  if (ownFile(useStore.getState()) !== dataset.file) return;
  const without = leftUnsaved(useStore.getState().board, board);
  keepLastFile({ name: dataset.file, size: dataset.size, board, without });
  if (dataset.sha256) await rememberBoard(dataset.sha256, board);
}

/** The board as it may be saved, with the file it is of. */
export async function currentBoard(): Promise<Board> {
  const { board, dataset } = useStore.getState();
  const rows = theClient().getState().answer?.summary.rows;
  if (dataset.state !== "ready" || rows === undefined) return board;
  const savable = await theClient().savable(board);
  return { ...savable, source: { ...board.source, file: dataset.file, rows, sha256: dataset.sha256 } };
}
