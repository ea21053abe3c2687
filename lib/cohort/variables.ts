import type { Board, Variable } from "../board/board";
import { nameInStyle, numberInWords } from "../format";
import { failed, ok, problem, type Result } from "../result";
import type { Table } from "../table/table";
import { choiceFor, requireColumn } from "./columns";
import { type Binned, binned } from "./histogram";
import { type Levels, levelsOf } from "./levels";
import { type ScoreValues, scoreValues } from "./scores/score";

/** A column or score as numbers, with its histogram bins. */
export interface Numbers extends Binned {
  values: Float64Array;
  unit: string;
  date: boolean;
}

/** Columns and scores looked at as categories or numbers; each is computed when first asked for. */
export interface Variables {
  levels(variable: Variable): Result<Levels>;
  numbers(variable: Variable): Result<Numbers>;
  score(id: string): Result<ScoreValues>;
  label(variable: Variable): string;
}

/** `size`: how many patients each row stands for. */
export function variablesOf(table: Table, board: Board, size: ArrayLike<number>): Variables {
  const levels = new Map<string, Result<Levels>>();
  const numbers = new Map<string, Result<Numbers>>();
  const scores = new Map<string, Result<ScoreValues>>();

  const score = (id: string) =>
    remember(scores, id, () => {
      const definition = board.scores.find((each) => each.id === id);
      return definition ? scoreValues(table, definition, board) : failed<ScoreValues>(noScore(id));
    });

  const variables: Variables = {
    score,
    levels: (variable) =>
      remember(levels, JSON.stringify(variable), () =>
        !("score" in variable)
          ? columnLevels(variable.column)
          : variable.as === "points"
            ? pointLevels(variable.score)
            : scoreLevels(variable.score),
      ),
    numbers: (variable) =>
      remember(numbers, JSON.stringify(variable), () =>
        "score" in variable ? scorePoints(variable.score) : columnNumbers(variable.column),
      ),
    label: (variable) =>
      "score" in variable
        ? `${board.scores.find(({ id }) => id === variable.score)?.label ?? variable.score}${variable.as ? ", points" : ""}`
        : (choiceFor(board, variable.column).label ?? variable.column),
  };
  return variables;

  function scoreLevels(id: string): Result<Levels> {
    const values = score(id);
    if (!values.ok) return values;
    const groups = board.scores.find((each) => each.id === id)?.groups ?? [];
    return ok({
      codes: values.value.codes,
      levels: groups.map(({ label }) => ({ value: label, label: nameInStyle(label), color: null })),
      ordered: true,
    });
  }

  function pointLevels(id: string): Result<Levels> {
    const values = score(id);
    if (!values.ok) return values;
    const { points } = values.value;
    const present = [...new Set(points)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
    if (present.length > mostPointLevels) return failed(manyPoints(variables.label({ score: id })));
    const place = new Map(present.map((value, code) => [value, code]));
    return ok({
      codes: Int32Array.from(points, (value) => place.get(value) ?? -1),
      levels: present.map((value) => ({ value: String(value), label: numberInWords(value), color: null })),
      ordered: true,
    });
  }

  function scorePoints(id: string): Result<Numbers> {
    const values = score(id);
    if (!values.ok) return values;
    const { points } = values.value;
    return ok({ values: points, unit: "points", date: false, ...binned(points) });
  }

  function columnLevels(name: string): Result<Levels> {
    const column = requireColumn(table, name);
    if (!column.ok) return column;
    const found = levelsOf(column.value, board, size);
    if (found) return ok(found);
    return failed(
      problem(
        "levels-many",
        `“${name}” has more than 1,000 different values.`,
        "Choose a column with fewer values, or filter it by range.",
      ),
    );
  }

  function columnNumbers(name: string): Result<Numbers> {
    const column = requireColumn(table, name);
    if (!column.ok) return column;
    if (column.value.kind === "category") {
      return failed(
        problem(
          "number-expected",
          `“${name}” is a column of text.`,
          "Filter it by its values, or change its kind in Data.",
        ),
      );
    }
    const values = column.value.kind === "number" ? column.value.values : column.value.days;
    return ok({
      values,
      unit: choiceFor(board, name).unit ?? "",
      date: column.value.kind === "date",
      ...binned(values),
    });
  }
}

/** As many as a column may have to be looked at as categories. */
const mostPointLevels = 1000;

const manyPoints = (label: string) =>
  problem("levels-many", `“${label}” has more than 1,000 different values.`, "Use the groups of the score.");

const noScore = (id: string) => problem("score-absent", `This board has no score “${id}”.`, "Choose another group.");

function remember<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}
