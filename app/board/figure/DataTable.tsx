"use client";

import { ciInWords } from "../../../lib/format";
import type { Figure } from "../../../lib/panels/curves/figure";
import { dataTable } from "../../../lib/panels/curves/reading/dataTable";
import { TableDialog } from "./TableDialog";

/** The figure as a table, for those who would rather read it. */
export function DataTable({ figure }: { figure: Figure }) {
  return (
    <TableDialog>
      {() => (
        <>
          <Tables figure={figure} />
          <p className="quiet">At the ticks of the time axis; every step of the curves is in the CSV export.</p>
        </>
      )}
    </TableDialog>
  );
}

function Tables({ figure: { drawn, time } }: { figure: Figure }) {
  const { unit, curves } = dataTable(drawn, time);
  return (
    <>
      <p>{drawn.words.spoken}</p>
      {curves.map(({ id, label, rows }) => (
        <table key={id}>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">Time, {unit}</th>
              <th scope="col">
                {drawn.label} ({ciInWords(drawn.confidence.level)})
              </th>
              <th scope="col">At risk</th>
              <th scope="col">Censored so far</th>
              <th scope="col">Events so far</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.time}>
                <th scope="row">{row.time}</th>
                <td>{row.value}</td>
                <td>{row.atRisk}</td>
                <td>{row.censored}</td>
                <td>{row.events}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}
