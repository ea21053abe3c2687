import { withUnit } from "../../../format";
import { named, type Trigger } from "./warning";

/** Words of what is known only some time after the clock began. */
const later =
  /\b(respon(se|ders?|ded)|best (overall )?(response|change)|progress(ion|ed)|relapsed?|recurrence|recurred|remission|toxicity|adverse events?|rash|dose (reduction|reduced)|subsequent|salvage|second line|crossover|crossed over|received|completed|cycles|orr|recist)\b/i;
const responses = new Set([
  "cr",
  "pr",
  "sd",
  "pd",
  "complete response",
  "partial response",
  "stable disease",
  "progressive disease",
]);

const plain = (name: string) => name.replace(/[_.-]+/g, " ");

/** Groups or filters by something known only after time zero: who has it lived to have it. */
export const knownLater: Trigger = ({ result, filteredBy, changing }) => {
  if (changing) return null;
  const { groupLabel, groups, setting, endpoint } = result;
  const grouped =
    groupLabel !== null && (later.test(plain(groupLabel)) || isResponse(groups.map(({ label }) => label)));
  const filters = filteredBy.filter((name) => later.test(plain(name)));
  const names = [...(grouped ? [groupLabel] : []), ...filters];
  if (names.length === 0) return null;
  const verb = grouped ? "grouped" : "filtered";
  const sounds = `Patients are ${verb} by ${named(names)}, which sounds like something known only after time zero`;
  if (setting.landmark) {
    // When it was known the name does not tell: the landmark may be early.
    const at = `the landmark at ${withUnit(setting.landmark.at, endpoint.unit)}`;
    return {
      id: "known-later",
      message: `${sounds}, and must be known by ${at}.`,
      hint: "Where it became known later than the landmark, who has it lived long enough to have it (guarantee time). Choose a later landmark, or groups that change with time.",
      caption: `Patients are ${verb} by ${names.join(", ")}, which must be known by ${at}; guarantee time favors those in whom it became known later.`,
    };
  }
  return {
    id: "known-later",
    message: `${sounds}.`,
    hint: "Who has it lived long enough to have it (guarantee time). Set a landmark at which it is known.",
    caption: `Patients are ${verb} by ${names.join(", ")}, known only after time zero; guarantee time favors those who have it.`,
  };
};

const isResponse = (labels: string[]) =>
  labels.filter((label) => responses.has(label.trim().toLowerCase())).length >= 2;
