import type { PanelOf } from "../../board/panelForms/registry";
import { counted, formatCount, limitTime } from "../../format";
import { type Problem, problem } from "../../result";
import { type Curve, longestTau } from "../../survival";
import type { FigureIntervals } from "../intervalsIn";
import { type Medians, mostResampled, type NoMedians } from "./medians";
import { mostPermuted } from "./permuted";
import type { GroupResult } from "./result";
import type { SearchedCut } from "./searchedCut";
import type { Spells } from "./spells";

type Panel = PanelOf<"kaplanMeier">;

/** Above so many patients the models take seconds, which a filter must not. */
export const mostCompared = 1_000_000;

/** What must be said of a result beside its numbers: groups without curve or median, and what is not computed as asked. */
export const noticesOf = ({
  groups,
  panel,
  patients,
  curves,
  unit,
  spells,
  intervals,
  changing,
  cut,
  medians,
}: {
  groups: GroupResult[];
  panel: Panel;
  patients: number;
  curves: Curve[];
  unit: string;
  spells: Spells | null;
  intervals: FigureIntervals | null;
  changing: boolean;
  cut: SearchedCut | null;
  medians: Medians | NoMedians | null;
}): Problem[] => [
  ...groupNotices(groups),
  ...limitNotices(panel, patients, curves, unit),
  ...(spells ? spellNotices(spells, panel) : []),
  ...(intervals ? intervalNotices(intervals, changing, panel) : []),
  ...(cut ? [exploratory] : []),
  ...(medians && "reason" in medians ? [withoutMedians(medians)] : []),
];

const whyNoMedians: Record<NoMedians["reason"], string> = {
  tooMany: `there are more than ${formatCount(mostResampled)} patients`,
  searchedCut: "the cut-point was searched, which the interval would ignore",
  severalRows: "rows are intervals of time, or the group changes with time",
  delayedEntry: "patients enter late, and a resample may lack whoever is at risk first",
  samplingWeights: "the patients carry sampling weights",
};

const withoutMedians = ({ reason }: NoMedians) =>
  problem(
    "medians-not-compared",
    `No differences and ratios of medians: ${whyNoMedians[reason]}.`,
    "Restricted means, or the share at a time, compare groups without them.",
  );

function groupNotices(groups: GroupResult[]): Problem[] {
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
        `The groups’ restricted means end at ${limitTime(limit)} ${unit}, not ${limitTime(tau)}: ${curves.every(({ survival }) => survival.at(-1) === 0) ? "nobody is left then" : "one group is followed no longer"}.`,
        curves.length > 2
          ? "Two groups that are followed longer are compared to their own end."
          : "Choose an earlier time.",
      ),
    );
  return notices;
}

function intervalNotices(
  { notices, changing }: FigureIntervals,
  moves: boolean,
  { permutation, tau, givenAliveAt }: Panel,
): Problem[] {
  const asked = permutation !== null || givenAliveAt !== null || (moves && tau !== null);
  return [
    ...notices,
    ...(moves ? [groupMoves(changing)] : []),
    ...(asked
      ? [
          problem(
            "not-for-intervals",
            `Permutation P${moves ? ", restricted means" : ""} and conditional estimates are not computed from rows that are intervals of time.`,
            "Read one row a patient to have them.",
          ),
        ]
      : []),
  ];
}

const groupMoves = (changing: number) =>
  problem(
    "group-moves",
    `${counted(changing, "patient")} ${changing === 1 ? "changes" : "change"} group from one interval to another, and ${changing === 1 ? "is" : "are"} counted in each group while in it: at risk there, not from the beginning.`,
    "Such a curve is no prognosis from time zero. A landmark compares groups as they are at one time.",
  );

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
