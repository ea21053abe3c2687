"use client";

import type { Panel } from "../../lib/board/board";
import { setFigure } from "../actions/panels";
import { Field } from "../Field";
import styles from "./FigureControls.module.css";

type Options = Panel["figure"];

const tables: [string, Options["table"]][] = [
  ["risk, censored, events", ["atRisk", "censored", "events"]],
  ["risk, events", ["atRisk", "events"]],
  ["at risk", ["atRisk"]],
  ["none", []],
];
const intervals: Options["confidenceType"][] = ["log-log", "log", "plain", "logit", "arcsine"];

/** How the figure is drawn; every choice is an undo step. */
export function FigureControls({ panel }: { panel: Panel }) {
  const { figure } = panel;
  const set = (change: Partial<Options>) => setFigure(panel.id, change);
  const table = tables.findIndex(([, rows]) => JSON.stringify(rows) === JSON.stringify(figure.table));
  return (
    <section className={styles.controls}>
      <h2>Figure</h2>
      <Field label="Confidence band">
        <select
          value={figure.band ? figure.confidenceType : "off"}
          onChange={({ target }) => set(bandChoice(target.value))}
        >
          {intervals.map((type) => (
            <option key={type} value={type}>
              95%, {type}
            </option>
          ))}
          <option value="off">off</option>
        </select>
      </Field>
      <Field label="Table below">
        <select value={table} onChange={({ target }) => set({ table: tables[Number(target.value)][1] })}>
          {table < 0 && <option value={-1}>{figure.table.join(", ")}</option>}
          {tables.map(([label], place) => (
            <option key={label} value={place}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Names">
        <select value={figure.labels} onChange={({ target }) => set({ labels: target.value as Options["labels"] })}>
          <option value="ends">at the curve ends</option>
          <option value="legend">in a legend</option>
        </select>
      </Field>
      <Field label="Axis to">
        <PositiveNumber label="End of the time axis" value={figure.end} onValue={(end) => set({ end })} />
      </Field>
      <Field label="Ticks every">
        <PositiveNumber label="Distance of ticks" value={figure.step} onValue={(step) => set({ step })} />
      </Field>
      <Field label="Censoring ticks">
        <input
          type="checkbox"
          checked={figure.censorTicks}
          onChange={({ target }) => set({ censorTicks: target.checked })}
        />
      </Field>
    </section>
  );
}

const bandChoice = (value: string): Partial<Options> =>
  value === "off" ? { band: false } : { band: true, confidenceType: value as Options["confidenceType"] };

/** A number typed exactly; empty for the automatic choice. What is no positive number is put back. */
function PositiveNumber({
  label,
  value,
  onValue,
}: {
  label: string;
  value: number | null;
  onValue: (value: number | null) => void;
}) {
  return (
    <input
      key={value}
      type="text"
      inputMode="decimal"
      aria-label={label}
      placeholder="automatic"
      defaultValue={value ?? ""}
      onBlur={({ target }) => {
        const read = target.value.trim() === "" ? null : Number(target.value);
        if (read === null || read > 0) onValue(read);
        else target.value = String(value ?? "");
      }}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}
