import { counted } from "../../format";
import { type Check, rowsFinding, rowsWhere } from "./check";
import { rawTimes } from "./rawTimes";
import type { Stem } from "./words";

const codes: Record<Exclude<Stem, "os">, string> = {
  pfs: "pfs-after-os",
  dfs: "dfs-after-os",
  efs: "efs-after-os",
  ttp: "ttp-after-os",
};

/** A progression-free (disease-free, …) time can be no longer than the overall one; half a day is rounding. */
export const earlierEventAfterDeath: Check = (facts) => {
  const times = rawTimes(facts);
  const overall = times.find(({ stem }) => stem === "os");
  if (!overall) return [];
  return times.flatMap(({ name, stem, days, column }) => {
    if (stem === null || stem === "os") return [];
    const late = overall.days.map((day) => day + 0.5);
    const rows = rowsWhere(facts, (row) => (days[row] ?? Number.NaN) > (late[row] ?? Number.NaN));
    return rowsFinding(
      codes[stem],
      rows,
      (count, where) => `In ${counted(count, "row")} “${name}” is longer than “${overall.name}” (${where}).`,
      "An earlier event cannot come after death or the last contact. Check both times in the file.",
      { columns: [column, overall.column].filter((each) => each !== null) },
    );
  });
};
