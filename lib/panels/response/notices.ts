import type { PanelOf } from "../../board/panelForms/registry";
import { findColumn } from "../../cohort/columns";
import { namesBest, responseCategories, usualResponse } from "../../cohort/responseMeaning";
import { counted, decimals, listed, numberInWords, rowsInWords } from "../../format";
import { nth } from "../../numeric/nth";
import { type Problem, problem } from "../../result";
import type { Prepared } from "../prepared";
import type { BestChanges } from "./bestChange";
import type { Categories } from "./categories";
import type { Marked, ResponseResult } from "./result";
import { reasonInWords, type SecondFiles } from "./secondFiles";

/** What the notices of a panel are told from. */
export interface Noticed {
  result: ResponseResult;
  panel: PanelOf<"response">;
  prepared: Prepared;
  changes: BestChanges | null;
  categories: Categories;
  seconds: SecondFiles;
  /** Where the column of best change and the measurements differ by more than a percentage point. */
  conflicts: { row: number; given: number; measured: number }[];
  marked: readonly Marked[];
  group: Int16Array;
}

/** Everything that must be said beside the numbers. */
export function noticesOf(noticed: Noticed): Problem[] {
  return [
    ...noticed.seconds.problems,
    ...twoResponses(noticed),
    ...otherColumns(noticed),
    ...blanks(noticed),
    ...cells(noticed),
    ...onOtherSide(noticed),
    ...differing(noticed),
    ...unusedRows(noticed),
    ...unknownStable(noticed),
    ...withoutLane(noticed),
    ...weighted(noticed),
  ];
}

/** Rows of one patient that say different things of its best response. */
function twoResponses({ prepared: { table, patients }, panel }: Noticed): Problem[] {
  const written = panel.response === null ? null : findColumn(table, panel.response)?.written;
  if (!written) return [];
  const code = (row: number) => written.codes[row] ?? -1;
  const differing = patients.merged.filter((row) => {
    const own = patients.representative[row] ?? row;
    return code(row) >= 0 && code(own) >= 0 && code(row) !== code(own);
  });
  const several = new Set(differing.map((row) => patients.representative[row] ?? row));
  if (several.size === 0) return [];
  const rows = [...several, ...differing].sort((a, b) => a - b).map((row) => row + 1);
  return [
    problem(
      "response-two",
      `${counted(several.size, "patient has", "patients have")} two different best responses (${rowsInWords(rows)}); the row that stands for the patient counts.`,
      "Choose in Data which row stands for a patient, or correct the file.",
      rows,
    ),
  ];
}

/** Other columns that are called best responses, such as those of central readers, and in how many patients they say another one. */
function otherColumns({ prepared: { table }, panel, categories: { codes }, result: { each } }: Noticed): Problem[] {
  if (panel.response === null) return [];
  const found = table.columns.flatMap(({ name, written }) => {
    if (name === panel.response || !written || !namesBest(name)) return [];
    const meanings = written.levels.map((level) => {
      const meaning = usualResponse(level);
      return meaning === null ? -1 : responseCategories.indexOf(meaning);
    });
    if (new Set(meanings.filter((code) => code >= 0)).size < 2) return [];
    const other = each.filter(({ row }) => {
      const code = meanings[written.codes[row - 1] ?? -1] ?? -1;
      return code >= 0 && code !== codes[row - 1];
    });
    return [{ name, rows: other.map(({ row }) => row) }];
  });
  const differing = found.filter(({ rows }) => rows.length > 0);
  if (differing.length === 0) return [];
  const said = differing.map(
    ({ name, rows }) => `“${name}” says another one for ${counted(rows.length, "patient")} (${rowsInWords(rows)})`,
  );
  return [
    problem(
      "response-other-column",
      `Best response is that of “${panel.response}”; ${listed(said)}.`,
      "Choose beside the figure which column counts.",
      [...new Set(differing.flatMap(({ rows }) => rows))].sort((a, b) => a - b),
    ),
  ];
}

function blanks({ categories: { blank }, group, panel }: Noticed): Problem[] {
  const rows = blank.filter((row) => panel.blank === "exclude" || nth(group, row) >= 0).map((row) => row + 1);
  if (rows.length === 0) return [];
  return [
    problem(
      "response-blank",
      `${counted(rows.length, "patient has", "patients have")} no best response: ${panel.blank === "NE" ? "counted as not evaluable, so without a response" : "left out"}.`,
      "Say beside the figure what an empty cell counts as.",
      rows,
    ),
  ];
}

/** Cells of the column of best change. */
function cells({ changes, panel }: Noticed): Problem[] {
  if (!changes || !panel.change) return [];
  const name = panel.change.column;
  const from1 = (rows: number[]) => rows.map((row) => row + 1);
  const found: Problem[] = [];
  if (changes.unreadable.length > 0)
    found.push(
      problem(
        "response-change-unreadable",
        `${counted(changes.unreadable.length, "cell")} of “${name}” cannot be read as a number (${rowsInWords(from1(changes.unreadable))}); these patients are without a measurement.`,
        "Correct the cells if they are measurements.",
        from1(changes.unreadable),
      ),
    );
  if (changes.impossible.length > 0)
    found.push(
      problem(
        "response-change-impossible",
        `${counted(changes.impossible.length, "best change is", "best changes are")} below −100%, which cannot be (${rowsInWords(from1(changes.impossible))}); these patients are without a measurement.`,
        "Correct the cells, or say beside the figure whether the numbers are percent or fractions.",
        from1(changes.impossible),
      ),
    );
  if (changes.parentheses.length > 0)
    found.push(
      problem(
        "response-change-parentheses",
        `${counted(changes.parentheses.length, "number")} of “${name}” in parentheses read as negative: (34) is −34 (${rowsInWords(from1(changes.parentheses))}).`,
        "If they are not, write them without parentheses.",
        from1(changes.parentheses),
      ),
    );
  return found;
}

/** Bars on the other side of −30% than their category. */
function onOtherSide({ marked }: Noticed): Problem[] {
  const of = (words: readonly string[]) =>
    marked.filter(({ category }) => words.includes(nth(responseCategories, category)));
  const sentence = (found: Marked[], words: string, side: string) =>
    `${counted(found.length, "patient")} with ${words} ${found.length === 1 ? "has a bar" : "have bars"} ${side} −30% (${rowsInWords(found.map(({ row }) => row))})`;
  const [responded, stable] = [of(["CR", "PR"]), of(["SD"])];
  const said = [
    ...(responded.length > 0 ? [sentence(responded, "a response", "above")] : []),
    ...(stable.length > 0 ? [sentence(stable, "stable disease", "at or below")] : []),
  ];
  if (said.length === 0) return [];
  return [
    problem(
      "response-marked",
      `${listed(said)}; ${marked.length === 1 ? "it is" : "they are"} marked with a dot.`,
      "Confirmation, non-target and new lesions explain this, or the file is wrong.",
      marked.map(({ row }) => row),
    ),
  ];
}

/** The column of best change beside the measurements. */
function differing({ conflicts, panel }: Noticed): Problem[] {
  const [first] = conflicts;
  if (!first || !panel.change) return [];
  const rows = conflicts.map(({ row }) => row + 1);
  const percent = (value: number) => `${decimals(value, 1)}%`;
  return [
    problem(
      "response-change-differs",
      `The best change of ${counted(conflicts.length, "patient")} in “${panel.change.column}” is not that of the measurements (${rowsInWords(rows)}; row ${first.row + 1}: ${percent(first.given)} and ${percent(first.measured)}). The column is drawn.`,
      "Take the column away beside the figure to draw the measurements instead.",
      rows,
    ),
  ];
}

/** Rows of second files that are not used, each reason with its count. */
function unusedRows({ seconds, prepared: { links } }: Noticed): Problem[] {
  const files = new Map<string, string[]>();
  for (const { join, reason, rows } of seconds.unused) {
    const said = `${counted(rows.length, "row")} ${reasonInWords(reason)} (${rowsInWords(rows.map((row) => row + 1))})`;
    files.set(join, [...(files.get(join) ?? []), said]);
  }
  for (const [join, { view }] of links) {
    const count = view.counts?.unmatchedRowCount ?? 0;
    if (count > 0 && Object.values(seconds.files).includes(view.file))
      files.set(join, [
        ...(files.get(join) ?? []),
        `${counted(count, "row")} of no patient of the cohort (${rowsInWords(view.counts?.unmatchedRows ?? [], count)})`,
      ]);
  }
  return [...files].map(([join, said]) =>
    problem(
      `response-unused-${join}`,
      `Not used of “${links.get(join)?.view.file ?? join}”: ${said.join("; ")}.`,
      "Rows are those of that file, counted without its header.",
    ),
  );
}

function unknownStable({ result, panel }: Noticed): Problem[] {
  if (result.benefit === null) return [];
  const unknown = result.groups.reduce((sum, { stable }) => sum + stable.unknown, 0);
  if (unknown === 0) return [];
  const stable = responseCategories.indexOf("SD");
  const rows = result.each.filter(({ category, lasted }) => category === stable && lasted === -1).map(({ row }) => row);
  return [
    problem(
      "response-benefit-unknown",
      `${counted(unknown, "patient")} with stable disease ${unknown === 1 ? "was" : "were"} not followed for ${numberInWords(panel.benefit)} months (${rowsInWords(rows)}); ${unknown === 1 ? "it counts" : "they count"} as without clinical benefit.`,
      "The rate of clinical benefit may be higher.",
      rows,
    ),
  ];
}

function withoutLane({ result, panel }: Noticed): Problem[] {
  if (panel.follow === null && panel.progression === null) return [];
  const rows = result.each.filter(({ lane }) => lane === null).map(({ row }) => row);
  if (rows.length === 0) return [];
  return [
    problem(
      "response-no-lane",
      `${counted(rows.length, "patient has", "patients have")} no lane, because nothing says how long they were followed (${rowsInWords(rows)}).`,
      "The ledger of the endpoint says why.",
      rows,
    ),
  ];
}

function weighted({ result: { sampled, setting, each, patients } }: Noticed): Problem[] {
  if (setting.weights === "count" && each.length !== patients)
    return [
      problem(
        "response-counted",
        `${counted(each.length, "row")} of the file ${each.length === 1 ? "stands" : "stand"} for ${counted(patients, "patient")}: rates count patients, and each row has one bar, lane or line.`,
        "Numbers of lanes, lines and rows of second files are those of rows.",
      ),
    ];
  if (!sampled) return [];
  return [
    problem(
      "response-sampling",
      "Rows carry sampling weights; counts and rates here are of the patients themselves, without the weights.",
      "Exact intervals and Fisher’s test do not hold for weighted counts.",
    ),
  ];
}
