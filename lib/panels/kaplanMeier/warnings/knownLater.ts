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
export const knownLater: Trigger = ({ result: { groupLabel, groups }, filteredBy, landmark }) => {
  if (landmark) return null;
  const grouped =
    groupLabel !== null && (later.test(plain(groupLabel)) || isResponse(groups.map(({ label }) => label)));
  const filters = filteredBy.filter((name) => later.test(plain(name)));
  const names = [...(grouped ? [groupLabel] : []), ...filters];
  if (names.length === 0) return null;
  const verb = grouped ? "grouped" : "filtered";
  return {
    id: "known-later",
    message: `Patients are ${verb} by ${named(names)}, which sounds like something known only after time zero.`,
    hint: "Who has it lived long enough to have it (guarantee time). Set a landmark at which it is known.",
    caption: `Patients are ${verb} by ${names.join(", ")}, known only after time zero; guarantee time favors those who have it.`,
  };
};

const isResponse = (labels: string[]) =>
  labels.filter((label) => responses.has(label.trim().toLowerCase())).length >= 2;
