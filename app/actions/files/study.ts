import { type Board, mostJoins } from "../../../lib/board/board";
import { calledFile } from "../../../lib/board/calledFile";
import type { JoinView } from "../../../lib/cohort/link";
import { panelsOfJoined } from "../../../lib/cohort/propose";
import { proposedAlterations } from "../../../lib/cohort/proposeAlterations";
import type { Joined } from "../../../lib/cohort/proposeJoin";
import { lastSeenIn } from "../../../lib/cohort/study/followUps";
import { type StudyFile, type StudyPart, studyOf } from "../../../lib/cohort/study/studyFiles";
import type { TableSummary } from "../../../lib/cohort/tableSummary";
import { counted, formatCount } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import { problem } from "../../../lib/result";
import type { CodeBook } from "../../../lib/table/codeBook/codeBook";
import { fileSource } from "../../../lib/table/source";
import { theClient } from "../../analysis";
import { part } from "../../parts/part";
import { changeBoard, type GivenTables, ownFile, type StudyLine, setView, useStore } from "../../store";
import { codeBookOf, readSecond } from "../joins";
import { openAlone } from "./cohort";
import { headOf } from "./headOf";
import { untilAnswered } from "./untilAnswered";

const stacks = part(() => import("../../../lib/table/archive/stacked"));

const baseName = (path: string) => path.replace(/^.*[\\/]/, "");

/**
 * Opens several tables given at once as one cohort: the patients, and the others joined to them. What each gave, and
 * what was not used, is listed in Data.
 */
export async function openStudy({ files, notRead }: GivenTables): Promise<void> {
  // One after the other: of what is no text each takes a worker, and an archive may hold hundreds.
  const heads: StudyFile[] = [];
  for (const { path, file } of files) heads.push({ name: path, head: await headOf(file) });
  const { cohort, codeBook, seconds, alike } = studyOf(heads);
  if (!cohort) return refuse(files.map(({ path }) => baseName(path)));
  const { file } = nth(files, cohort.file);
  const book = codeBook ? nth(files, codeBook.file).file : null;
  const codes = book && (await codeBookOf(book));
  const opened = await openAlone(file, codes ? { codeBook: codes } : {});
  if (!opened) return;
  await opened.restored;
  await untilAnswered();
  const lines: StudyLine[] = book ? [ofCodeBook(book, codes)] : [];
  const joined: (Joined & { part: StudyPart; fresh: boolean })[] = [];
  for (const piece of seconds) {
    if (ownFile(useStore.getState()) !== file.name) return;
    const second = await wholeOf(piece, files);
    if (!(second instanceof File)) {
      lines.push(notUsed(second.file, second.why));
      continue;
    }
    const { board } = useStore.getState();
    const all = { ...board, joins: [...board.joins, ...joined.flatMap(({ join, fresh }) => (fresh ? [join] : []))] };
    if (all.joins.length >= mostJoins) {
      lines.push(notUsed(second.name, `at most ${mostJoins} files are joined`));
      continue;
    }
    const known = board.joins.find(({ source }) => source.file === second.name)?.id;
    const read = await readSecond(second, all, known);
    if (read) joined.push({ ...read, part: piece, fresh: known === undefined });
    else lines.push(notUsed(second.name, whyNotRead()));
  }
  if (ownFile(useStore.getState()) !== file.name) return;
  lines.unshift(...(await join(joined)));
  if (alike.length > 0) notOpened(alike.map((place) => nth(files, place).file.name));
  const { dataset } = useStore.getState();
  if (dataset.state !== "ready") return;
  const first: StudyLine = { file: file.name, as: "patients" };
  const others = alike.map((place) => notUsed(nth(files, place).file.name, "it has the columns of another cohort"));
  const study = [first, ...lines, ...others, ...notRead];
  useStore.setState({ dataset: { ...dataset, study: study.length > 1 + others.length ? study : null } });
  setView({ place: "data" });
}

/** What is read of files of mutations with very many columns. */
const readOfMutations =
  /^(hugo_symbol|variant_classification|variant_type|consequence|impact|hgvsc|hgvsp(_short)?|tumor_sample_barcode|case_id|chromosome|start_position|t_depth|t_alt_count|hotspot)$/i;

/** The file of a part: of several with the same columns their rows in one, or why that cannot be. */
async function wholeOf(
  { file, more }: StudyPart,
  files: GivenTables["files"],
): Promise<File | { file: string; why: string }> {
  const [first, ...others] = [file, ...more].map((place) => nth(files, place).file);
  if (first === undefined || others.length === 0) return nth(files, file).file;
  const name = `${formatCount(1 + others.length)} files of mutations`;
  const made = await (await stacks()).stacked([first, ...others].map(fileSource), readOfMutations);
  if (!made.ok) return { file: name, why: made.problem.message };
  const { parts, kept } = made.value;
  return new File(parts, kept ? `${name}, ${kept.columns} of ${kept.of} columns` : name);
}

const notUsed = (file: string, why: string): StudyLine => ({ file, as: "unused", why });

const ofCodeBook = ({ name }: File, codes: CodeBook | null): StudyLine =>
  codes
    ? { file: name, as: "codeBook", columns: codes.columns.length }
    : notUsed(name, "it explains no values of a column");

function whyNotRead(): string {
  const { reading } = useStore.getState();
  if (reading.state !== "failed") return "its reading was cancelled";
  useStore.setState({ reading: { state: "idle" } });
  return reading.problem.message;
}

/** Joins what has rows of patients of the cohort, as one step that can be undone. */
async function join(joined: readonly (Joined & { part: StudyPart; fresh: boolean })[]): Promise<StudyLine[]> {
  const fresh = joined.filter((each) => each.fresh).map((each) => each.join);
  const { board } = useStore.getState();
  const { joins: views } = await theClient().ask({ ...board, joins: [...board.joins, ...fresh], panels: [] });
  const found = joined.map((each) => ({ ...each, view: views.find(({ id }) => id === each.join.id) }));
  const matched = found.filter(({ view }) => (view?.counts?.matchedPatients ?? 0) > 0);
  const cohort = theClient().getState().answer?.summary;
  if (!cohort) return [];
  const names = new Set(cohort.columns.map(({ name }) => name));
  let { endpoints } = board;
  const taking = matched.map((each) => {
    const taken = each.fresh ? withColumns(each, names) : each.join;
    const seen = each.fresh ? lastSeenIn({ endpoints }, cohort, names, taken, each.summary) : null;
    endpoints = seen?.endpoints ?? endpoints;
    for (const { name } of seen?.join.take ?? []) names.add(name);
    return { ...each, join: seen?.join ?? taken };
  });
  changeBoard((before) => {
    const added = taking.flatMap((each) => (each.fresh ? [each.join] : []));
    const after = {
      ...before,
      endpoints: endpoints === board.endpoints ? before.endpoints : endpoints,
      joins: [...before.joins, ...added],
    };
    const columns = [...cohort.columns, ...taking.flatMap(columnsTaken)];
    const beside = { ...after, panels: [...after.panels, ...panelsOfJoined({ ...cohort, columns }, after)] };
    const genes =
      added.some((join) => join.genes !== null) && beside.panels.every(({ kind }) => kind !== "alterations");
    return genes ? { ...beside, panels: [...beside.panels, proposedAlterations(beside, "genes")] } : beside;
  });
  return [
    ...taking.map(
      ({ join, part: { role } }): StudyLine => ({
        file: calledFile(join.source.file, ""),
        as: "joined",
        join: join.id,
        role,
      }),
    ),
    ...found
      .filter((each) => !matched.includes(each))
      .map(({ join, summary, view }) =>
        notUsed(
          join.source.file ?? "",
          (view?.counts ? undefined : view?.problems[0]?.message) ??
            (summary.rows === 1
              ? "its one row is of no patient of the cohort"
              : `none of its ${counted(summary.rows, "row")} is of a patient of the cohort`),
        ),
      ),
  ];
}

const mostTaken = 60;

/** Of a file with one row a patient every column that the cohort has not. */
function withColumns(
  { join, part, view, summary }: Joined & { part: StudyPart; view: JoinView | undefined },
  names: Set<string>,
): Board["joins"][number] {
  const columnsAreOfPatients = ["samples", "patients", "table"].includes(part.role) && view?.counts?.severalRows === 0;
  if (!columnsAreOfPatients) return join;
  const fresh = summary.columns.filter(({ name }) => name !== join.key && !names.has(name)).slice(0, mostTaken);
  for (const { name } of fresh) names.add(name);
  return {
    ...join,
    take: [...join.take, ...fresh.map(({ name }) => ({ rule: "first" as const, name, column: name, where: null }))],
  };
}

/** The columns that a join gives the cohort, as they are in its file. */
const columnsTaken = ({ join, summary }: Joined): TableSummary["columns"] =>
  join.take.flatMap(({ column, name }) =>
    summary.columns.filter((each) => each.name === column).map((each) => ({ ...each, name })),
  );

/** Says that of several cohorts given at once only the first was taken. */
function notOpened(names: readonly string[]): void {
  const [were, them] = names.length === 1 ? ["was", "it"] : ["were", "each"];
  const file = names.map((name) => `“${name}”`).join(", ");
  const message = `${file} ${were} not opened: cohort files are opened one at a time.`;
  const said = problem("one-cohort", message, `Open or drop ${them} by itself.`);
  useStore.setState({ reading: { state: "failed", file, problem: said, again: null } });
}

function refuse(names: readonly string[]): void {
  const file = names.map((name) => `“${name}”`).join(", ");
  const said = problem(
    "study-without-patients",
    `None of ${file} says what became of the patients.`,
    "Give the file with their follow-up with them, or open one by itself.",
  );
  useStore.setState({ reading: { state: "failed", file, problem: said, again: null } });
}
