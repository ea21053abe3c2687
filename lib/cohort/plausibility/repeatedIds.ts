import { counted } from "../../format";
import { headerWords } from "../headerWords";
import { type Check, rowsFinding, rowsWhere } from "./check";

const idWords =
  / (usubjid|subjid|(patient|subject|case|record|pat|subj|participant)( submitter)? ?(id|identifier|no|nr|number)?|id|identifier) $/;

/**
 * A column named like a patient id with values that come again, while it is not set as the patient id: every row would
 * count as a patient.
 */
export const repeatedIds: Check = (facts) => {
  const { table, board } = facts;
  if (board.patientId !== null) return [];
  return table.columns.slice(0, 50).flatMap(({ name, written }) => {
    if (!written || !idWords.test(headerWords(name))) return [];
    const times = new Int32Array(written.levels.length);
    for (const code of written.codes) if (code >= 0) times[code] = (times[code] ?? 0) + 1;
    const repeated = times.filter((count) => count > 1).length;
    if (repeated === 0 || written.levels.length < table.rows / 20) return [];
    return rowsFinding(
      "repeated-ids",
      rowsWhere(facts, (row) => (times[written.codes[row] ?? -1] ?? 0) > 1),
      (count, where) =>
        `${counted(count, "value")} of “${name}” ${count === 1 ? "comes" : "come"} in several rows (${where}).`,
      "Every row counts as a patient until you set the patient id.",
      { columns: [name], count: repeated, remedies: [{ label: `“${name}” is the patient id`, patientId: name }] },
    );
  });
};
