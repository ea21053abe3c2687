import { type Board, boardSchema, emptyBoard } from "../../../lib/board/board";
import { boardOfCounts, boardOfNotes } from "../../../lib/board/countFile";
import { type HashSettings, withHash } from "../../../lib/board/hash";
import { fitting, namesOf } from "../../../lib/board/namesInHash";
import { withReading } from "../../../lib/board/readingOptions";
import { misfits } from "../../../lib/cohort/boardMisfits";
import { type CutRecord, cutChanges } from "../../../lib/cohort/dataCut";
import { recognize } from "../../../lib/cohort/layouts";
import { plainBoard } from "../../../lib/cohort/propose";
import { saysAll } from "../../../lib/cohort/saysAll";
import type { TableSummary } from "../../../lib/cohort/tableSummary";
import { type Problem, problem } from "../../../lib/result";
import type { ReadingOptions } from "../../../lib/table";
import type { Answer } from "../../../lib/worker/clientState";
import exampleBoard from "../../../public/example/synthetic-lms-board.json";
import exampleText from "../../../public/example/synthetic-lms-cohort.csv";
import { theClient } from "../../analysis";
import { withName } from "../../browser/namedFile";
import { attempt } from "../../failure/attempt";
import { part } from "../../parts/part";
import { recallBoard } from "../../storage/boards";
import { forgetLastFile, type LastFile, lastFile, startLastFile } from "../../storage/lastFile";
import { takeOver } from "../../storage/reload";
import { changeBoard, nothingOver, ownFile, setView, useStore, type View } from "../../store";
import { takeProposal } from "../proposal";
import { whileReading } from "../reading";
import { boardInWaiting, boardsApplied, firstFocus, fitMessage, letWait, notRestored } from "./boardFile";
import { toDataIfOpen } from "./plainReading";
import { firstAnswer } from "./untilAnswered";

const exampleName = "synthetic-lms-cohort.csv";

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
 * Reads a file as a cohort of its own, with the settings that wait for it, or others proposed afresh; `said` is how it is to be read, where
 * the user has said so.
 */
export async function openCohort(file: File, said: ReadingOptions = {}): Promise<void> {
  await openAlone(file, said);
}

/** The same; `restored` once the settings kept for the file are looked up. Null where it was not opened. */
export async function openAlone(file: File, said: ReadingOptions = {}): Promise<{ restored: Promise<void> } | null> {
  const kept = lastFile();
  const awaited = boardInWaiting() ? null : awaitedAs(file);
  const ofThisTab = awaited && kept && awaited.file === kept.name ? kept.board : null;
  const ofCells = boardInWaiting() ? null : await boardWithin(file);
  if (ofCells?.ok === false) {
    useStore.setState({ reading: { state: "failed", file: file.name, problem: ofCells.problem, again: null } });
    return null;
  }
  const waiting = boardInWaiting() ?? ofThisTab ?? ofCells?.value ?? null;
  let summary: TableSummary | null = null;
  let misfitting = false;
  const opened = await read(file, {
    example: false,
    asked: withReading(waiting ?? emptyBoard, said),
    again: waiting ? null : file,
    settingsFor: (found) => {
      summary = found;
      // Settings of another file are a step over a fresh start, which undo leads back to.
      misfitting = waiting !== null && misfits(waiting, found).length > 0;
      return {
        board: waiting && !misfitting ? withReading(waiting, said) : withReading(plainBoard(file.name, found), said),
        view: awaited && waiting ? viewOf(awaited.settings) : {},
      };
    },
  });
  if (!opened) return null;
  letWait(null);
  if ((!waiting || misfitting) && summary) propose(summary);
  if (waiting && misfitting) {
    changeBoard(() => withReading(waiting, said));
    setView({ focus: firstFocus(waiting) });
  }
  const { dataset: ready } = useStore.getState();
  const plain = !waiting && summary && ready.state === "ready" && saysAll(summary, ready.layout);
  if (!awaited || !waiting) setView({ place: waiting || plain ? "board" : "data" });
  if (plain) toDataIfOpen();
  const before = boardsApplied();
  const restore = async () => {
    // The board that counts bring with them gives way to the settings that were last used with them.
    const given = waiting === ofCells?.value ? null : waiting;
    await restoreByHash(given, kept, () => boardsApplied() === before);
    const stillOpen = ownFile(useStore.getState()) === file.name;
    if (awaited && !waiting && summary && stillOpen) applySettings(awaited.settings, summary, awaited.file === null);
  };
  const restored = new Promise<void>((resolve) => {
    attempt("The settings kept for this file were not looked up", () => restore().finally(resolve));
  });
  return { restored };
}

const loadNotes = part(() => import("../../../lib/table/formats/parquetNotes"));

/** The board that a file of counts brings with it; null of any other file. */
async function boardWithin(file: File) {
  const beginning = await file.slice(0, 1 << 16).text();
  if (!beginning.startsWith("PAR1")) return boardOfCounts(beginning);
  const { parquetNotes } = await loadNotes();
  return boardOfNotes(await parquetNotes(file));
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

/**
 * Reads a later cut of the open cohort: the settings stay, and old and new numbers are kept side by side. It waits for
 * the first answer to the file that is open; another file given meanwhile takes its place.
 */
export async function openNextCut(given: File): Promise<void> {
  const file = withName(given);
  theClient().cancel();
  const { dataset } = useStore.getState();
  if (dataset.state !== "ready") return openCohort(file);
  const earlier: { answer: Answer | null; record: CutRecord | null } = { answer: null, record: null };
  const { board } = useStore.getState();
  const opened = await read(file, {
    example: false,
    asked: board,
    again: null,
    sameCohort: true,
    before: async () => {
      earlier.answer = await firstAnswer();
      earlier.record = earlier.answer && (await theClient().cutRecord(board));
    },
    settingsFor: () => ({
      board: { ...board, source: { ...board.source, file: file.name, rows: null, sha256: null } },
      view: { place: "data" },
    }),
  });
  const { answer, record } = earlier;
  if (!opened || !answer) return;
  const { board: asked } = useStore.getState();
  attempt("The two cuts were not compared", async () => {
    const after = await theClient().cutRecord(asked);
    const changes = record && after ? cutChanges(record, after) : null;
    useStore.setState({ earlierCut: { file: dataset.file, snapshot: answer.snapshot, board, changes } });
    await fingerprint();
  });
}

/** Opens cells that a warehouse has counted: the first as a cohort of their own, others under what is on the screen. */
export function openCells(file: File, board: Board, isFirst: boolean): Promise<boolean> {
  const { place, focus, slide } = useStore.getState().view;
  const view = isFirst ? { place: "board" as const } : { place, focus, slide, saysReading: false };
  return read(file, {
    example: false,
    asked: board,
    again: null,
    sameCohort: !isFirst,
    settingsFor: () => ({ board, view }),
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

interface Opening {
  example: boolean;
  /** How the file is to be read. */
  asked: Board;
  /** The file, where it can be read in another way when this one fails. */
  again: File | null;
  /** What is asked of the file that is open, before this one takes its place. */
  before?: () => Promise<void>;
  /** Whether it is the same cohort, whose steps can still be undone. */
  sameCohort?: boolean;
  /** The settings once it is read, and what is on the screen. */
  settingsFor: (summary: TableSummary) => { board: Board; view: Partial<View> };
}

async function read(file: File, opening: Opening): Promise<boolean> {
  const { example, asked, again, before, sameCohort = false, settingsFor } = opening;
  const summary = await whileReading(file, again, async (onProgress, goesOn) => {
    await before?.();
    return goesOn() ? theClient().open(file, asked, onProgress) : null;
  });
  if (!summary) return false;
  const { board, view } = settingsFor(summary);
  const layout = recognize(summary);
  const steps = useStore.temporal.getState();
  steps.pause();
  useStore.setState((state) => ({
    dataset: { state: "ready", file: file.name, size: file.size, example, sha256: null, layout, study: null },
    earlierCut: null,
    board,
    view: {
      ...state.view,
      ...nothingOver,
      slide: null,
      focus: firstFocus(board),
      message: null,
      saysReading: !example,
      ...view,
    },
  }));
  if (!example) startLastFile(file);
  steps.resume();
  if (!sameCohort) steps.clear();
  return true;
}

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
  if (!remembered || isSame(remembered, board)) return;
  useStore.setState({ board: remembered });
  setView({
    place: "board",
    focus: firstFocus(remembered),
    message: restored(last?.without ?? [], "Undo takes you back to a fresh start."),
  });
}

const isSame = (a: Board, b: Board) =>
  JSON.stringify({ ...a, session: null }) === JSON.stringify({ ...b, session: null });

/** Without a fingerprint, which a large file gets late, the size says whether it is the same file. */
const isFileOf = ({ board, size }: LastFile, sha256: string, bytes: number) =>
  board?.source.sha256 ? board.source.sha256 === sha256 : size === bytes;

function restored(without: string[], ...hints: string[]): Problem {
  const message = "Your settings for this file were restored from this browser.";
  return problem("board-restored", message, [...(without.length > 0 ? [lacking(without)] : []), ...hints].join(" "));
}

const lacking = (columns: string[]) =>
  `Without the levels, filters and corrections of ${columns.map((name) => `“${name}”`).join(", ")}, which look identifying: set them again.`;
