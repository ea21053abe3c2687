"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { nth } from "../../../lib/numeric/nth";
import type { CharacteristicsResult } from "../../../lib/panels/characteristics/result";
import {
  allLines,
  differenceInWords,
  type Line,
  rowP,
  shownColumns,
  sizeInWords,
  testNames,
} from "../../../lib/panels/characteristics/words";
import { cellTitle, filterByLine, showCell } from "./behind";
import styles from "./Table.module.css";

interface Shown {
  result: CharacteristicsResult;
  panel: PanelOf<"characteristics">;
}

/** The table as a table of the page: every name filters, and every number opens its patients. */
export function DataTable({ result, panel }: Shown) {
  const columns = shownColumns(result);
  return (
    <details className={styles.data}>
      <summary>As a table to read and to use by keyboard</summary>
      <table className={styles.table} data-testid="characteristics-table">
        <thead>
          <tr>
            <th scope="col">Characteristic</th>
            <th scope="col">Measure</th>
            {columns.map((place) => (
              <th key={place} scope="col">
                {nth(result.columns, place).label} ({sizeInWords(nth(result.columns, place))})
              </th>
            ))}
            {result.differences && <th scope="col">Standardized difference</th>}
            {result.p && <th scope="col">P</th>}
            {result.p && <th scope="col">Test</th>}
          </tr>
        </thead>
        <tbody>
          {allLines(result).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <tr key={index} data-kind={line.kind}>
              <th scope="row">
                <Name line={line} />
              </th>
              <td>{line.measure}</td>
              {columns.map((place) => (
                <td key={place}>
                  {line.cells[place] !== undefined && (
                    <button
                      type="button"
                      className={styles.link}
                      title={`Show the rows: ${cellTitle(result, line, place)}`}
                      onClick={() => showCell(panel, result, line, place)}
                    >
                      {line.cells[place]}
                    </button>
                  )}
                </td>
              ))}
              <Comparison line={line} result={result} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Name({ line }: { line: Line }) {
  const filters = line.row.kind === "levels" ? line.level !== null : line.kind === "whole";
  if (!filters) return line.label;
  return (
    <button type="button" className={styles.link} title="Filter by this" onClick={() => filterByLine(line)}>
      {line.label}
    </button>
  );
}

function Comparison({ line: { kind, row }, result }: { line: Line; result: CharacteristicsResult }) {
  const own = kind === "head" || kind === "whole";
  return (
    <>
      {result.differences && <td>{own && row.difference ? differenceInWords(row.difference, result) : ""}</td>}
      {result.p && <td>{own ? rowP(row) : ""}</td>}
      {result.p && <td>{own ? (row.test ? testNames[row.test.id] : row.untested) : ""}</td>}
    </>
  );
}
