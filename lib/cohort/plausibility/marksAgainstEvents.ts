import { counted } from "../../format";
import { atLeast, exactOrAtLeastName } from "../../table/columns/exactOrAtLeast";
import { findColumn } from "../columns";
import { endpointData } from "../endpoint";
import { type Check, rowsFinding, rowsWhere } from "./check";

/** An event at a time that is marked as at least so long ("8.0+"): the mark says that nothing had happened. */
export const marksAgainstEvents: Check = (facts) =>
  facts.board.endpoints.flatMap((endpoint) => {
    const { time, event, label } = endpoint;
    if (time.from !== "column" || event === null) return [];
    const marks = findColumn(facts.table, exactOrAtLeastName(time.column));
    if (!marks?.written || marks.name === event.column) return [];
    const data = endpointData(facts.table, endpoint);
    if (!data.ok) return [];
    const { reason, cause } = data.value;
    const marked = marks.written.levels.indexOf(atLeast);
    const { codes } = marks.written;
    return rowsFinding(
      "mark-contradiction",
      rowsWhere(facts, (row) => codes[row] === marked && reason[row] === 0 && cause[row] === 1),
      (count, where) =>
        `${counted(count, "row has", "rows have")} an event by “${event.column}” at a time marked as at least so long in “${time.column}” (${where}).`,
      `One of the two is wrong. Check them in the file: ${label} follows “${event.column}”.`,
      { columns: [event.column, time.column] },
    );
  });
