import type { PanelOf } from "../../board/panelForms/registry";
import { unitOfEndpoint } from "../../cohort/endpoint";
import { counted, formatCount, formatTime } from "../../format";
import { nth } from "../../numeric/nth";
import { type Problem, problem } from "../../result";
import {
  type Curve,
  createScratch,
  effectiveSize,
  estimateAndTest,
  longestTau,
  quantile,
  type Subjects,
  survivalTests,
} from "../../survival";
import type { Grouped } from "../grouped";
import type { Setting } from "../setting";
import { unitFactor } from "../timeUnit";
import { givenAlive, survivalAtTimes } from "./atTimes";
import { labelOf } from "./causeSpecific";
import { compareGroups } from "./comparisons";
import { maxComboOf, type PanelTest } from "./panelTest";
import { mostPermuted, permutedP } from "./permuted";
import { restrictedMeansOf } from "./restrictedMeans";
import type { GroupResult, KaplanMeierResult } from "./result";
import { printedP, type SearchedCut } from "./searchedCut";
import { type Spells, spellsOf } from "./spells";
import { isLong, thinnedGroups } from "./thinned";

type Panel = PanelOf<"kaplanMeier">;

/** Above so many patients the models take seconds, which a filter must not. */
const mostCompared = 1_000_000;

/**
 * How much is asked for: everything; the curves with their test, without models and permutations; or of these what is
 * drawn while something is dragged.
 */
export type Depth = "whole" | "curves" | "preview";

/** One preview follows the other. */
const scratch = createScratch();

/** One pass over the rows in time order gives the curves and their log-rank test. */
export function analyzeKaplanMeier(
  asked: Grouped,
  panel: Panel,
  depth: Depth,
  cut: SearchedCut | null = null,
): KaplanMeierResult {
  const spells = asked.changes ? spellsOf(asked, asked.changes) : null;
  const grouped = spells ?? asked;
  const { endpoint, data, group, levels, groupLabel, ordered, strata } = grouped;
  const confidence = { type: panel.figure.confidenceType, level: panel.figure.confidenceLevel };
  const subjects = { ...data, group, groupCount: levels.length, strata };
  const { order } = data;
  const weighted = survivalTests.find(({ id }) => id === panel.test) ?? nth(survivalTests, 0);
  const quick = depth !== "whole";
  // On a logarithmic axis any time may be a tick.
  const draft = depth === "preview" && panel.figure.scale !== "logLog";
  const estimated = estimateAndTest(subjects, { order, test: weighted, scratch: draft ? scratch : undefined });
  // A whole result leaves the worker with all columns: computed now, they are read faster.
  const curves = draft ? estimated.curves : estimated.curves.map((curve) => ({ ...curve }));
  const { test } = estimated;
  const samples = subjects.weightKind === "sampling" ? samplesOf(subjects) : null;
  const groups = levels.map((level, place) =>
    groupResult(level, place, nth(curves, place), samples?.[place] ?? null, confidence),
  );
  const shown = groups.filter(({ curve }) => curve.n > 0);
  const present = shown.map(({ place }) => place);
  const reference = Math.max(
    0,
    shown.findIndex(({ level }) => level === panel.reference),
  );
  const sum = (of: (group: GroupResult) => number) => shown.reduce((total, group) => total + of(group), 0);
  const patients = spells?.whole.patients ?? sum(({ curve }) => curve.n);
  const compared = shown.length > 1;
  const few = patients <= mostCompared;
  const unit = unitOfEndpoint(endpoint);
  const milestones = panel.figure.milestones.map((time) => time * unitFactor(panel.figure.unit ?? unit, unit));
  const shownCurves = shown.map(({ curve }) => curve);
  const rows = present.map((group) => ({ subjects, order, group }));
  const result: KaplanMeierResult = {
    kind: "kaplanMeier",
    endpoint: { ...grouped.shown, label: labelOf(endpoint, data.causes) },
    groupLabel,
    ordered,
    groups: shown,
    places: levels.length,
    preview: depth === "preview" && few,
    thinned: draft && shownCurves.some(isLong),
    emptyGroups: groups.filter(({ curve }) => curve.n === 0).map(({ label }) => label),
    test: compared ? testOf(test, () => maxComboOf(subjects, order, present), panel, cut) : null,
    cut,
    permutation: cut
      ? cut.permutation
      : compared && panel.permutation && panel.test !== "maxCombo" && !spells && !quick && patients <= mostPermuted
        ? permutedP(subjects, order, weighted, panel.permutation)
        : null,
    reference,
    patients,
    events: sum(({ events }) => events),
    confidence,
    comparisons:
      quick || !few
        ? null
        : compareGroups({
            subjects,
            order,
            levels,
            present,
            reference,
            ordered,
            confidence,
            test: weighted,
            adjust: panel.adjust,
            whole: spells?.whole ?? null,
          }),
    // Differences at a searched cut would have a P that ignores the search.
    atTimes: survivalAtTimes(shownCurves, milestones, reference, confidence).map((at) =>
      cut ? { ...at, differences: at.differences.map(() => null) } : at,
    ),
    restrictedMeans: spells
      ? null
      : withoutContrasts(cut, restrictedMeansOf(shownCurves, rows, panel.tau, reference, confidence.level)),
    givenAlive:
      panel.givenAliveAt === null || spells || quick || !few
        ? null
        : givenAlive(subjects, present, panel.givenAliveAt, milestones, confidence),
    multiples: null,
    second: null,
    leftOut: [],
    warnings: [],
    setting: settingOf(grouped, panel),
    notices: [
      ...noticesOf(groups),
      ...limitNotices(panel, patients, shownCurves, unit),
      ...(spells ? spellNotices(spells, panel) : []),
      ...(cut ? [exploratory] : []),
    ],
  };
  return draft ? { ...result, groups: thinnedGroups(result, panel.figure) } : result;
}

const withoutContrasts = (cut: SearchedCut | null, means: KaplanMeierResult["restrictedMeans"]) =>
  cut && means ? { ...means, contrasts: means.contrasts.map(() => null) } : means;

/** The test of a searched cut is that of the search: the plain one would ignore how many cuts were tried. */
function testOf(weighted: PanelTest, maxCombo: () => PanelTest, { test }: Panel, cut: SearchedCut | null): PanelTest {
  if (cut) return { kind: "tested", test: "maximallySelected", statistic: cut.statistic, p: printedP(cut) };
  return test === "maxCombo" ? maxCombo() : weighted;
}

const settingOf = (
  { leftAtLandmark, strataLabel, data, changes, rows }: Grouped,
  { landmark, censorAt }: Panel,
): Setting => ({
  ...rows,
  landmark: landmark === null ? null : { at: landmark, leftOut: leftAtLandmark },
  censorAt,
  strata: strataLabel,
  changes: changes?.label ?? null,
  causeSpecific: data.causes.length > 0,
});

function groupResult(
  { value, label, color }: Grouped["levels"][number],
  place: number,
  curve: Curve,
  sample: Sample | null,
  confidence: KaplanMeierResult["confidence"],
): GroupResult {
  return {
    level: value,
    label,
    color,
    place,
    curve,
    events: sample?.counted ?? curve.events,
    sample: sample && { effective: sample.effective, n: sample.n, events: curve.events },
    median: quantile(curve, 0.5, confidence),
  };
}

interface Sample {
  /** Rows with the event, and the sum of all rows' weights. */
  counted: number;
  n: number;
  effective: number;
}

/** What sampling weights make of each group, beside the patients themselves. */
function samplesOf(subjects: Subjects & { group: Int16Array; groupCount: number }): Sample[] {
  const effective = effectiveSize(subjects);
  const samples = Array.from(effective, (each): Sample => ({ counted: 0, n: 0, effective: each }));
  for (const [row, code] of subjects.group.entries()) {
    const sample = samples[code];
    if (!sample) continue;
    sample.n += subjects.weight?.[row] ?? 1;
    if (subjects.cause[row] === 1) sample.counted++;
  }
  return samples;
}

function noticesOf(groups: GroupResult[]): Problem[] {
  const notices: Problem[] = [];
  const inWords = (some: GroupResult[]) => some.map(({ label }) => `“${label}”`).join(", ");
  const empty = groups.filter(({ curve }) => curve.n === 0);
  const present = groups.filter(({ curve }) => curve.n > 0);
  const eventless = present.filter(({ curve }) => curve.events === 0);
  if (empty.length > 0)
    notices.push(
      problem("group-empty", `No patient is left in ${inWords(empty)}.`, "Loosen a filter to see the group."),
    );
  if (eventless.length > 0)
    notices.push(
      problem(
        "group-no-events",
        `No event in ${inWords(eventless)}: the curve stays at 100%.`,
        "Its median cannot be estimated.",
      ),
    );
  return [...notices, ...present.flatMap(flatMedian)];
}

/** Which of several times is the median, where the curve stays at exactly 50%. */
function flatMedian({ label, median }: GroupResult): Problem[] {
  if (median.kind !== "reached" || !median.flat) return [];
  const message =
    median.flat === "falls"
      ? `The curve of “${label}” stays at exactly 50% for a while: its median is the middle of that stretch.`
      : `The curve of “${label}” ends at exactly 50%: its median is the time at which it got there.`;
  const hint =
    median.flat === "falls"
      ? "So R prints it; other programs give the beginning of the stretch."
      : "So R prints it; its quantile() and other programs give the middle to the last follow-up.";
  return [problem(`median-flat ${label}`, message, hint)];
}

/** What was asked for and is not computed, or not as asked. */
function limitNotices({ permutation, tau, test }: Panel, patients: number, curves: Curve[], unit: string): Problem[] {
  const notices: Problem[] = [];
  const limit = longestTau(...curves);
  if (patients > mostCompared)
    notices.push(
      problem(
        "not-compared",
        "Hazard ratios, trend and follow-up are not computed for more than 1,000,000 patients.",
        "Filter to fewer patients to see them. Curves, medians and the test are of all.",
      ),
    );
  if (permutation && test === "maxCombo")
    notices.push(
      problem(
        "not-permuted-test",
        "MaxCombo has no permutation P here.",
        "Choose the log-rank or another single test.",
      ),
    );
  else if (permutation && patients > mostPermuted)
    notices.push(
      problem(
        "not-permuted",
        `The permutation P is for small groups: at most ${formatCount(mostPermuted)} patients.`,
        "The P of the test holds for so many.",
      ),
    );
  if (tau !== null && curves.length > 0 && tau > limit)
    notices.push(
      problem(
        "tau-beyond-follow-up",
        `The groups’ restricted means end at ${formatTime(limit, unit)} ${unit}, not ${tau}: ${curves.every(({ survival }) => survival.at(-1) === 0) ? "nobody is left then" : "one group is followed no longer"}.`,
        curves.length > 2
          ? "Two groups that are followed longer are compared to their own end."
          : "Choose an earlier time.",
      ),
    );
  return notices;
}

const exploratory = problem(
  "cut-searched",
  "The cut-point was searched among these patients: it is exploratory, and the hazard ratio at it is too far from 1.",
  "Confirm the cut-point in other patients.",
);

function spellNotices({ whole: { tooLate } }: Spells, { permutation, tau, givenAliveAt }: Panel): Problem[] {
  const notices: Problem[] = [];
  if (tooLate > 0)
    notices.push(
      problem(
        "change-too-late",
        `${counted(tooLate, "patient")} ${tooLate === 1 ? "changes" : "change"} only when follow-up has ended, or later: counted as never.`,
        "Check these times if that should not be.",
      ),
    );
  if (permutation || tau !== null || givenAliveAt !== null)
    notices.push(
      problem(
        "not-for-changing-groups",
        "Permutation P, restricted means and conditional estimates are not computed for a group that changes.",
        "Use a landmark in its place to have them.",
      ),
    );
  return notices;
}
