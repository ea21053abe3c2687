import { counted } from "../../format";
import { type Check, type Facts, type Finding, rowsFinding, rowsWhere } from "./check";
import { deathsOf, type Timed, timed } from "./deaths";
import { saysDeath, saysSeen } from "./words";

/** A follow-up, contact or progression after death, in columns of dates and of times alike. */
export const seenAfterDeath: Check = (facts) => deathsOf(facts).flatMap((death) => seenAfter(facts, death));

function seenAfter(facts: Facts, death: Timed): Finding[] {
  const { time } =
    facts.board.endpoints.find((each) => each.time.from === "outcome" && each.time.event === death.name) ?? {};
  const otherwise = time?.from === "outcome" ? time.otherwise : null;
  return facts.table.columns.flatMap((column) => {
    if (column.kind === "category" || column.name === death.name) return [];
    const other = timed(column);
    const alike = other.isDate === death.isDate && other.unit === death.unit;
    const seen = saysSeen(column.name) && !saysDeath(column.name);
    if (!(column.name === otherwise || (seen && alike && (death.isDate || death.unit !== null)))) return [];
    const both = rowsWhere(facts, (row) => !Number.isNaN(death.at(row)) && !Number.isNaN(other.at(row)));
    const after = both.filter((row) => other.at(row) > death.at(row));
    // A column that lies after most deaths is the end of the study, or of linkage, whatever it is called.
    if (after.length > both.length / 2) return [];
    return rowsFinding(
      "seen-after-death",
      after,
      (count, where) => `In ${counted(count, "row")} “${column.name}” is after “${death.name}” (${where}).`,
      "Nobody is seen after death. Check both in the file.",
      { columns: [death.name, column.name] },
    );
  });
}
