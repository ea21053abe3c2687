"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { nth } from "../../../lib/numeric/nth";
import { alterationsReport } from "../../../lib/panels/alterations/report";
import type { AlterationsResult } from "../../../lib/panels/alterations/result";
import { sentence } from "../../../lib/panels/alterations/words";
import { filterByGene, openGene } from "../../actions/alterations";
import { showRows } from "../../rows/showRows";
import { TableDialog } from "../figure/TableDialog";
import styles from "./Alterations.module.css";

/** The figure as a table, and everything that a click on it does for those who use keys. */
export function GeneTable({ result, panel }: { result: AlterationsResult; panel: PanelOf<"alterations"> }) {
  const { header, rows } = alterationsReport.statistics(result);
  return (
    <TableDialog>
      {(close) => (
        <>
          <p>{sentence(result)}</p>
          <div className={styles.wide}>
            <table>
              <thead>
                <tr>
                  {header.map((name, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two columns are called q
                    <th key={column} scope="col">
                      {name}
                    </th>
                  ))}
                  <th scope="col">Patients</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(([gene, ...cells], place) => {
                  const line = nth(result.genes, place);
                  return (
                    <tr key={gene}>
                      <th scope="row">
                        <button
                          type="button"
                          data-look="plain"
                          title="Show its curves"
                          onClick={andClose(close, () => openGene(panel, line))}
                        >
                          {gene}
                        </button>
                      </th>
                      {cells.map((cell, column) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                        <td key={column}>{cell}</td>
                      ))}
                      <td>
                        {(["altered", "wild type", "not tested"] as const).map((state) => (
                          <button
                            key={state}
                            type="button"
                            data-look="plain"
                            onClick={andClose(close, () =>
                              showRows(`${line.gene}: ${state}`, {
                                of: "part",
                                panel: panel.id,
                                part: [line.gene, state],
                              }),
                            )}
                          >
                            {state}
                          </button>
                        ))}
                        <button
                          type="button"
                          data-look="plain"
                          onClick={andClose(close, () => filterByGene(panel, line))}
                        >
                          filter
                        </button>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
    </TableDialog>
  );
}

const andClose = (close: () => void, act: () => void) => () => {
  close();
  act();
};
