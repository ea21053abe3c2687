import { counted, formatCount, formatTime } from "../../../format";
import { numberAt } from "../../../numeric/nth";
import type { Curve } from "../../../survival";
import { equalPatients } from "./equalPatients";
import { named, type Trigger } from "./warning";

/** An event counts as too early where fewer than `fewest` are observed then, and `enough` or more later. */
const fewest = 5;
const enough = 10;

/**
 * Delayed entry: an event among the first few observed takes the curve down by a fifth or more, and no later entry
 * brings it up again.
 */
export const fewAtFirst: Trigger = ({ result: { groups, endpoint } }) => {
  for (const { label, curve } of groups) {
    const found = earlyEvent(curve);
    if (found === null) continue;
    const time = (value: number) => `${formatTime(value, endpoint.unit)} ${endpoint.unit}`;
    const gone = found.survival === 0 ? "to 0%, though others enter later" : "for good, though many more enter later";
    return {
      id: "few-at-first",
      message: `${named([label])} has an event at ${time(found.time)} with ${counted(found.atRisk, "patient")} observed: the curve falls ${gone}.`,
      hint: `Begin where enough are observed: from ${time(found.from)} on ${enough} or more are. A landmark there shows survival of those who reach it.`,
      caption: `In ${label} few are observed at first (${formatCount(found.atRisk)} at ${time(found.time)}); early events among them move the whole curve.`,
    };
  }
  return null;
};

interface EarlyEvent {
  time: number;
  atRisk: number;
  /** Ŝ after it. */
  survival: number;
  /** The first time after the last such event at which enough are observed. */
  from: number;
}

/** The first event among too few, where enough are observed later; null where there is none. */
function earlyEvent(curve: Curve): EarlyEvent | null {
  const { entered, time, nRisk, nEvent, survival } = curve;
  if (!entered) return null;
  const share = equalPatients(curve);
  let found: Omit<EarlyEvent, "from"> | null = null;
  let from: number | null = null;
  for (let i = 0; i < time.length; i++) {
    if (found && from === null && numberAt(nRisk, i) * share >= enough) from = numberAt(time, i);
    if (!(numberAt(nEvent, i) > 0) || numberAt(nRisk, i) * share >= fewest || from !== null) continue;
    found ??= {
      time: numberAt(time, i),
      atRisk: Math.round(numberAt(nRisk, i) * share),
      survival: numberAt(survival, i),
    };
  }
  return found && from !== null ? { ...found, from } : null;
}
