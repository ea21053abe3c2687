"use client";

import { responseCategories } from "../../../lib/cohort/responseMeaning";
import { formatTime } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import { changeInWords } from "../../../lib/panels/response/patientInWords";
import type { ResponseResult } from "../../../lib/panels/response/result";
import { sentence } from "../../../lib/panels/response/words";
import { showRows } from "../../rows/showRows";
import { useStore } from "../../store";
import { TableDialog } from "../figure/TableDialog";
import own from "./Response.module.css";

/** The figure as a table of its patients, by their running numbers; a number opens the row. */
export function PatientsTable({ result, id }: { result: ResponseResult; id: string }) {
  const presenting = useStore((state) => state.view.slide !== null);
  if (presenting) return null;
  return (
    <TableDialog>
      {(close) => (
        <>
          <p>{sentence(result)}</p>
          <Rows
            result={result}
            onRow={(row) => {
              close();
              showRows("The patient of this mark", { of: "part", panel: id, part: [null, "row", String(row)] });
            }}
          />
        </>
      )}
    </TableDialog>
  );
}

const shown = 500;

function Rows({ result, onRow }: { result: ResponseResult; onRow: (row: number) => void }) {
  const { each, groups, unit, responseLabel } = result;
  const time = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? "" : formatTime(value, unit);
  return (
    <>
      <table className={own.patients}>
        <caption>One line a patient; times in {unit}</caption>
        <thead>
          <tr>
            <th scope="col">No.</th>
            {groups.length > 1 && <th scope="col">Group</th>}
            {responseLabel !== null && <th scope="col">Best response</th>}
            <th scope="col">Best change</th>
            <th scope="col">Followed</th>
            <th scope="col">Died</th>
            <th scope="col">Progression</th>
          </tr>
        </thead>
        <tbody>
          {each.slice(0, shown).map(({ row, number, group, category, change, lane }) => (
            <tr key={row}>
              <th scope="row">
                <button type="button" data-look="plain" title="Show the row" onClick={() => onRow(row)}>
                  {number}
                </button>
              </th>
              {groups.length > 1 && <td>{nth(groups, group).label}</td>}
              {responseLabel !== null && <td>{nth(responseCategories, category)}</td>}
              <td>{Number.isNaN(change) ? "" : changeInWords(change)}</td>
              <td>{time(lane?.length)}</td>
              <td>{lane && result.endpoint ? (lane.dead ? "yes" : "no") : ""}</td>
              <td>{time(lane?.progression)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {each.length > shown && <p className="quiet">The first {shown}; all are in the CSV export.</p>}
    </>
  );
}
