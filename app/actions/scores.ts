import { newPanel } from "../../lib/board/panelForms/registry";
import { type Factor, type Score, scoreSchema } from "../../lib/board/score";
import { readScore, writeScore } from "../../lib/board/scoreFile";
import { groupsAt } from "../../lib/cohort/scores/groups";
import { matchedScore, matchFactor } from "../../lib/cohort/scores/match";
import type { Preset } from "../../lib/cohort/scores/preset";
import { presetOf } from "../../lib/cohort/scores/presets";
import { judgingEndpoint } from "../../lib/panels/scoreStudy/judgingEndpoint";
import { problem } from "../../lib/result";
import { theClient } from "../analysis";
import { saveFile } from "../browser/saveFile";
import { changeBoard, setView, useStore } from "../store";

/** Adds a score under an id and a name of its own, and shows it. */
export function addScore(score: Score): void {
  const { scores } = useStore.getState().board;
  const fresh = (wanted: string, taken: string[]) => {
    for (let n = 1; ; n++) {
      const name = n === 1 ? wanted : `${wanted} ${n}`;
      if (!taken.includes(name)) return name;
    }
  };
  const id = fresh(
    score.id,
    scores.map((each) => each.id),
  );
  const label = fresh(
    score.label,
    scores.map((each) => each.label),
  );
  changeBoard((board) => ({ ...board, scores: [...board.scores, { ...score, id, label }] }));
  setView({ place: "scores", score: id });
}

const columns = () => theClient().getState().answer?.summary.columns ?? [];

export const addPreset = (preset: Preset) => addScore(matchedScore(preset, columns(), useStore.getState().board));

export const addBlankScore = () => addScore(scoreOf("My score", []));

/** A score of given factors; its groups are to be cut. */
export const scoreOf = (label: string, factors: Factor[], parts: Partial<Score> = {}): Score =>
  scoreSchema.parse({ id: "score", label, factors, groups: groupsAt([], true), ...parts });

export const setScore = (id: string, change: (score: Score) => Score) =>
  changeBoard((board) => ({
    ...board,
    scores: board.scores.map((score) => (score.id === id ? change(score) : score)),
  }));

/** The score with its own cuts and points is no longer what the model gave. */
export const setFactor = (id: string, factor: Factor) =>
  setScore(id, (score) => ({
    ...score,
    factors: score.factors.map((each) => (each.id === factor.id ? factor : each)),
  }));

/** Rules that speak of the factor go with it. */
export const removeFactor = (id: string, factor: string) =>
  setScore(id, (score) => ({
    ...score,
    factors: score.factors.filter((each) => each.id !== factor),
    rules: score.rules.filter(({ when }) => when.every((condition) => condition.factor !== factor)),
  }));

/** A group's new name, which filters by that group follow. */
export const renameGroup = (id: string, from: string, to: string) =>
  changeBoard((board) => ({
    ...board,
    scores: board.scores.map((score) =>
      score.id === id && !score.groups.some(({ label }) => label === to)
        ? { ...score, groups: score.groups.map((group) => (group.label === from ? { ...group, label: to } : group)) }
        : score,
    ),
    filters: board.filters.map((filter) =>
      filter.kind === "values" && "score" in filter.of && filter.of.score === id && filter.values
        ? { ...filter, values: filter.values.map((value) => (value === from ? to : value)) }
        : filter,
    ),
  }));

/** Panels and filters that need the score go with it. */
export function removeScore(id: string): void {
  const uses = (of: { score?: string } | object | null) => of !== null && "score" in of && of.score === id;
  changeBoard((board) => ({
    ...board,
    scores: board.scores.filter((score) => score.id !== id),
    filters: board.filters.filter(({ of }) => !uses(of)),
    panels: board.panels.filter((panel) => !("group" in panel && uses(panel.group))),
  }));
  setView({ score: null });
}

/** Goes to the board, to the panel of curves by this score; adds it where there is none. */
export function showCurves(score: Score) {
  const { board } = useStore.getState();
  const endpoint = judgingEndpoint(board, score);
  if (!endpoint) return setView({ place: "data" });
  const shown = board.panels.find(
    (panel) =>
      panel.kind === "kaplanMeier" &&
      panel.endpoint === endpoint.id &&
      panel.group !== null &&
      "score" in panel.group &&
      panel.group.score === score.id,
  );
  if (shown) return setView({ place: "board", focus: shown.id });
  const taken = new Set(board.panels.map(({ id }) => id));
  let id = `${endpoint.id}-${score.id}`.slice(0, 90);
  while (taken.has(id)) id = `${id}’`;
  const panel = newPanel("kaplanMeier", endpoint.id, id);
  changeBoard((before) => ({ ...before, panels: [...before.panels, { ...panel, group: { score: score.id } }] }));
  setView({ place: "board", focus: id });
}

export const saveScore = (score: Score) =>
  saveFile(
    new Blob([writeScore(score)], { type: "application/json" }),
    `${score.label.replace(/[^\p{L}\p{N}]+/gu, "-")}.score.json`,
  );

/** A shared score: columns that this file lacks are matched anew where the score is a published one, else left open. */
export function openScore(text: string) {
  const read = readScore(text);
  if (!read.ok) return setView({ message: read.problem });
  const names = new Set(columns().map(({ name }) => name));
  if (names.size === 0)
    return setView({
      message: problem("score-no-cohort", "There is no cohort yet for this score.", "Open the cohort first."),
    });
  const preset = presetOf(read.value.preset);
  const here = (factor: Factor) => columnsOf(factor).every((name) => names.has(name));
  const factors = read.value.factors.map((factor) => {
    if (here(factor)) return factor;
    const asked = preset?.factors.find(({ id }) => id === factor.id);
    if (asked && preset) return matchFactor(asked, columns(), useStore.getState().board).factor;
    return { ...factor, column: null };
  });
  addScore({ ...read.value, factors, endpoint: null });
  const absent = read.value.factors.filter((factor) => !here(factor)).map(({ label }) => label);
  if (absent.length > 0)
    setView({
      message: problem(
        "score-columns",
        `This file has other columns than the score was made with: ${absent.join(", ")}.`,
        "Check the columns of these factors.",
      ),
    });
}

const columnsOf = ({ column, formula, when }: Factor): string[] =>
  [column, formula?.column ?? null, "column" in when ? when.column : null].filter((name) => name !== null);
