import type { PanelOf } from "../../board/panelForms/registry";
import { referenceAmong } from "../../cohort/references";
import { nth } from "../../numeric/nth";
import { type Curve, createScratch, estimateAndTest, quantile, survivalTests } from "../../survival";
import type { Grouped } from "../grouped";
import type { InFigureUnit } from "../inFigureUnit";
import type { Setting } from "../setting";
import { givenAlive, survivalAtTimes } from "./atTimes";
import { labelOf } from "./causeSpecific";
import { compareGroups } from "./comparisons";
import { mediansOf } from "./medians";
import { mostCompared, noticesOf } from "./notices";
import { maxComboOf, type PanelTest } from "./panelTest";
import { mostPermuted, permutedP } from "./permuted";
import { restrictedMeansOf } from "./restrictedMeans";
import type { GroupResult, KaplanMeierResult } from "./result";
import { type Sample, samplesOf } from "./sampledGroups";
import { printedP, type SearchedCut } from "./searchedCut";
import { spellsOf } from "./spells";
import { isLong, thinnedGroups } from "./thinned";

type Panel = InFigureUnit<PanelOf<"kaplanMeier">>;

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
  const reference = referenceAmong(shown, grouped.references, panel.reference);
  const sum = (of: (group: GroupResult) => number) => shown.reduce((total, group) => total + of(group), 0);
  // A patient whose group changes from interval to interval is in several curves, one after the other.
  const { intervals } = grouped;
  const changing = intervals !== null && intervals.changing > 0;
  const moves = spells !== null || changing;
  const patients = spells?.whole.patients ?? intervals?.patients ?? sum(({ curve }) => curve.n);
  const compared = shown.length > 1;
  const few = patients <= mostCompared;
  const { milestones, unit } = panel.figure;
  const shownCurves = shown.map(({ curve }) => curve);
  const medians =
    !panel.medians || !compared || quick
      ? null
      : cut
        ? ({ reason: "searchedCut" } as const)
        : moves
          ? ({ reason: "severalRows" } as const)
          : mediansOf(subjects, shown, reference, { ...panel.medians, level: confidence.level });
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
      : compared &&
          panel.permutation &&
          panel.test !== "maxCombo" &&
          !spells &&
          !intervals &&
          !quick &&
          patients <= mostPermuted
        ? permutedP(subjects, order, weighted, panel.permutation)
        : null,
    medians: medians && "contrasts" in medians ? medians : null,
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
            whole: spells?.whole ?? (changing ? { subjects, order } : null),
          }),
    // Differences at a searched cut would have a P that ignores the search.
    atTimes: survivalAtTimes(shownCurves, milestones, reference, confidence).map((at) =>
      cut ? { ...at, differences: at.differences.map(() => null) } : at,
    ),
    restrictedMeans: moves
      ? null
      : withoutContrasts(cut, restrictedMeansOf(shownCurves, rows, panel.tau, reference, confidence.level)),
    givenAlive:
      panel.givenAliveAt === null || moves || intervals || quick || !few
        ? null
        : givenAlive(subjects, present, panel.givenAliveAt, milestones, confidence),
    multiples: null,
    second: null,
    leftOut: [],
    warnings: [],
    setting: settingOf(grouped, panel, changing),
    notices: noticesOf({
      groups,
      panel,
      patients,
      curves: shownCurves,
      unit,
      spells,
      cut,
      intervals,
      changing,
      medians,
    }),
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
  { leftAtLandmark, strataLabel, data, changes, rows, groupLabel }: Grouped,
  { landmark, censorAt }: Panel,
  changing: boolean,
): Setting => ({
  ...rows,
  landmark: landmark === null ? null : { at: landmark, leftOut: leftAtLandmark },
  censorAt,
  strata: strataLabel,
  changes: changes?.label ?? (changing ? groupLabel : null),
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
    sample: sample && { effective: sample.effective, n: sample.n, events: curve.events, heaviest: sample.heaviest },
    median: quantile(curve, 0.5, confidence),
  };
}
