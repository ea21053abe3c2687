import { looksLikeBoard, readBoard } from "../../../lib/board/boardFile";
import { looksLikeScore } from "../../../lib/board/scoreFile";
import { unread } from "../../../lib/cohort/study/studyFiles";
import { type Problem, problem } from "../../../lib/result";
import { fileSource } from "../../../lib/table/source";
import { type NamedFile, withName } from "../../browser/namedFile";
import { part } from "../../parts/part";
import { type GivenTables, type StudyLine, setView, useStore } from "../../store";
import { openScore } from "../scores";
import { applyBoardFile, boardInWaiting, letWait } from "./boardFile";
import { openCohort } from "./cohort";
import { openStudy } from "./study";
import { untilAnswered } from "./untilAnswered";

const archives = part(() => import("../../../lib/table/archive/archive"));

/**
 * A file the user gave: a board file is applied, a score added. While a cohort of the user's own is set up, it is asked what the file is; otherwise it is read
 * as a cohort.
 */
export const openFile = (file: File): Promise<void> => openFiles([{ path: file.name, file }]);

/**
 * Files given at once, also in a folder or an archive: of a cohort and a board, the board is for that cohort; of several tables
 * one is the patients and the others are joined to it.
 */
export async function openFiles(files: readonly NamedFile[]): Promise<void> {
  const named = files.map(({ path, file }) => ({ path, file: withName(file) }));
  const { loose, notRead, refused } = await unpackedFiles(named);
  for (const said of refused) useStore.setState({ reading: { state: "failed", file: "", problem: said, again: null } });
  const given = await Promise.all(loose.map(lookInto));
  const tables = given.filter(({ kind }) => kind === "table");
  const settings = given.filter(({ kind }) => kind !== "table");
  if (tables.length > 0) {
    const boards = settings.filter(({ kind }) => kind === "board").map(({ text }) => readBoard(text));
    letWait(boards.find((board) => board.ok)?.value ?? boardInWaiting());
    await openTables({ files: tables, notRead });
  }
  for (const { kind, file, text } of settings)
    if (tables.length === 0 || kind === "score" || !readBoard(text).ok) await applyOnceRead(kind, file.name, text);
}

interface Given extends NamedFile {
  kind: "board" | "score" | "table";
  /** What stands in it; empty for a table. */
  text: string;
}

async function lookInto({ path, file }: NamedFile): Promise<Given> {
  const head = await file.slice(0, 2000).text();
  const kind = looksLikeBoard(head) ? "board" : looksLikeScore(head) ? "score" : "table";
  return { kind, path, file, text: kind === "table" ? "" : await file.text() };
}

interface Loose {
  loose: NamedFile[];
  notRead: StudyLine[];
  /** Archives that cannot be unpacked. */
  refused: Problem[];
}

/** By its name: only what may be one is looked into before it is read. */
const isArchive = ({ name }: File) => /\.(zip|tar|tgz|tar\.gz)$/i.test(name);

/** The files themselves, those of archives unpacked; of several, those that hold no patients are named and left. */
async function unpackedFiles(files: readonly NamedFile[]): Promise<Loose> {
  const found: Loose = { loose: [], notRead: [], refused: [] };
  const leave = (path: string, why: string) =>
    found.notRead.push({ file: path.replace(/^.*[\\/]/, ""), as: "unused", why });
  for (const { path, file } of files) {
    const why = files.length > 1 ? unread(path) : null;
    if (why !== null) {
      leave(path, why);
      continue;
    }
    const archive = isArchive(file)
      ? await (await archives()).unpacked(fileSource(file), ({ name }) => unread(name) === null)
      : null;
    if (archive === null) found.loose.push({ path, file });
    else if (!archive.ok) found.refused.push(archive.problem);
    else {
      for (const { name, bytes } of archive.value.files)
        found.loose.push({ path: name, file: new File([bytes], name.replace(/^.*[\\/]/, "")) });
      for (const { name } of archive.value.others) leave(name, unread(name) ?? "");
    }
  }
  return found;
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

async function openTables(tables: GivenTables): Promise<void> {
  const { dataset, board } = useStore.getState();
  if (dataset.state === "ready" && !dataset.example && board.endpoints.length > 0 && !boardInWaiting())
    return setView({ incoming: tables });
  await openAsCohort(tables);
}

/** Reads tables as a cohort of its own: one alone, or several as a study. */
export async function openAsCohort(tables: GivenTables): Promise<void> {
  const [first, ...more] = tables.files;
  if (first && more.length === 0 && tables.notRead.length === 0) await openCohort(first.file);
  else if (first) await openStudy(tables);
}

export const pasteCells = (text: string) => openFile(new File([text], "pasted cells", { type: "text/plain" }));
