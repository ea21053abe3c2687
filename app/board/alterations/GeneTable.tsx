"use client";

import { useState } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { nth } from "../../../lib/numeric/nth";
import { alterationsReport } from "../../../lib/panels/alterations/report";
import type { AlterationsResult } from "../../../lib/panels/alterations/result";
import { sentence } from "../../../lib/panels/alterations/words";
import { filterByGene, openGene } from "../../actions/alterations";
import { Dialog } from "../../controls/Dialog";
import { showRows } from "../../rows/showRows";
import table from "../figure/DataTable.module.css";
import styles from "./Alterations.module.css";

/** The figure as a table, and everything that a click on it does for those who use keys. */
export function GeneTable({ result, panel }: { result: AlterationsResult; panel: PanelOf<"alterations"> }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const { header, rows } = alterationsReport.statistics(result);
  const and = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <>
      <button type="button" data-look="plain" onClick={() => setOpen(true)}>
        Data table
      </button>
      {open && (
        <Dialog label="The figure as a table" className={table.dialog} onClose={close}>
          <header>
            <h2>The figure as a table</h2>
            <button type="button" onClick={close}>
              Close
            </button>
          </header>
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
                          onClick={and(() => openGene(panel, line))}
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
                            onClick={and(() =>
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
                        <button type="button" data-look="plain" onClick={and(() => filterByGene(panel, line))}>
                          filter
                        </button>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </Dialog>
      )}
    </>
  );
}
