import { counted, pInWords } from "../../format";
import { type Problem, problem } from "../../result";
import { notProportionalBelow } from "../notProportional";
import type { CumulativeIncidenceResult } from "./result";

const fewestPatients = 10;
const fewestEvents = 5;
const eventsPerRatio = 10;

/** What to beware of in the groups and their hazard ratios, as the cautions of survival curves. */
export function cautionsOf({
  groups,
  causes,
  comparisons,
}: Pick<CumulativeIncidenceResult, "groups" | "causes" | "comparisons">): Problem[] {
  return [...smallGroups(groups), ...comparisons.flatMap((each) => ofComparison(each, comparisons.length))];

  function ofComparison(
    { cause, causeSpecific, subdistribution, proportionalHazards: p }: CumulativeIncidenceResult["comparisons"][number],
    tests: number,
  ): Problem[] {
    const name = causes.find((each) => each.cause === cause)?.label ?? "";
    const events = groups.reduce((sum, { curves }) => sum + eventsOf(curves, cause), 0);
    const ratios = groups.length - 1;
    const few = (causeSpecific !== null || subdistribution !== null) && events / ratios < eventsPerRatio;
    return [
      ...(few
        ? [
            problem(
              "few-events-per-group",
              `${counted(events, "event")} of “${name}” for ${counted(ratios, "hazard ratio")}: fewer than 10 each.`,
              "Hazard ratios from so few events are biased away from 1 and their intervals too narrow. Merge groups.",
            ),
          ]
        : []),
      ...(p < notProportionalBelow(ratios, tests)
        ? [
            problem(
              "hazards-not-proportional",
              `The cause-specific hazard ratio of “${name}” changes with time: the proportional-hazards test gives ${pInWords(p)}.`,
              "One ratio does not describe it: read the curves and their values at chosen times.",
            ),
          ]
        : []),
    ];
  }
}

const eventsOf = ({ causes }: CumulativeIncidenceResult["groups"][number]["curves"], cause: number) =>
  causes.find((each) => each.cause === cause)?.events ?? 0;

function smallGroups(groups: CumulativeIncidenceResult["groups"]): Problem[] {
  const small = groups.filter(({ curves }) => curves.n < fewestPatients || eventsOf(curves, 1) < fewestEvents);
  if (small.length === 0) return [];
  const list = small.map(
    ({ label, curves }) => `“${label}” (${counted(curves.n, "patient")}, ${counted(eventsOf(curves, 1), "event")})`,
  );
  return [
    problem(
      "group-small",
      `Few patients or events in ${list.join(", ")}.`,
      "Read the curve with care: one more event would move it far.",
    ),
  ];
}
