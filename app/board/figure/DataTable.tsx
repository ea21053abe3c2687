"use client";

import { useState } from "react";
import { ciInWords } from "../../../lib/format";
import type { Figure } from "../../../lib/panels/curves/figure";
import { dataTable } from "../../../lib/panels/curves/reading/dataTable";
import { Dialog } from "../../controls/Dialog";
import styles from "./DataTable.module.css";

/** The figure as a table, for those who would rather read it. */
export function DataTable({ figure }: { figure: Figure }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" data-look="plain" onClick={() => setOpen(true)}>
        Data table
      </button>
      {open && (
        <Dialog label="The figure as a table" className={styles.dialog} onClose={close}>
          <header>
            <h2>The figure as a table</h2>
            <button type="button" onClick={close}>
              Close
            </button>
          </header>
          <Tables figure={figure} />
          <p className="quiet">At the ticks of the time axis; every step of the curves is in the CSV export.</p>
        </Dialog>
      )}
    </>
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
