"use client";

import { useRef, useState } from "react";
import type { Figure } from "../../../lib/panels/curves/figure";
import { dataTable } from "../../../lib/panels/curves/reading/dataTable";
import styles from "./DataTable.module.css";

/** The figure as a table, for those who would rather read it. */
export function DataTable({ figure }: { figure: Figure }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        data-look="plain"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        Data table
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-label="The figure as a table" onClose={() => setOpen(false)}>
        <header>
          <h2>The figure as a table</h2>
          <button type="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        {open && <Tables figure={figure} />}
        <p className="quiet">At the ticks of the time axis; every step of the curves is in the CSV export.</p>
      </dialog>
    </>
  );
}

function Tables({ figure: { drawn, time } }: { figure: Figure }) {
  const { unit, curves } = dataTable(drawn, time);
  const level = Math.round(drawn.confidence.level * 1000) / 10;
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
                {drawn.label} ({level}% CI)
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
