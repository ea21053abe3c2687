"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { ciInWords, pInWords } from "../../../lib/format";
import type { SubgroupsResult } from "../../../lib/panels/subgroups/result";
import { interactionText, ratioText, reasons } from "../../../lib/panels/subgroups/words";
import { openSubgroup } from "../../actions/subgroups";
import link from "../../rows/RowsLink.module.css";
import { Line } from "../Line";
import columns from "../StatisticsColumn.module.css";

/** The ratio in all patients, and for each column whether it differs; its name opens the curves by it. */
export function Statistics({ result, panel }: { result: SubgroupsResult; panel: PanelOf<"subgroups"> }) {
  const { overall, variables, level } = result;
  const why = reasons(result);
  return (
    <>
      <dl className={columns.lines} data-testid="subgroups">
        <Line name={`HR in all (${ciInWords(level)})`} value={ratioText(overall)} />
      </dl>
      {variables.length > 0 && (
        <table className={columns.numbers}>
          <thead>
            <tr>
              <th scope="col">Does it differ by</th>
              <th scope="col">P of interaction</th>
            </tr>
          </thead>
          <tbody>
            {variables.map((variable) => {
              const { of, label, interaction } = variable;
              return (
                <tr
                  key={JSON.stringify(of)}
                  title={
                    interaction ? `${interaction.test}, ${interaction.df} df, ${pInWords(interaction.p)}` : undefined
                  }
                >
                  <th scope="row">
                    <button
                      type="button"
                      className={link.link}
                      title="Open the curves of each of its subgroups"
                      onClick={() => openSubgroup(panel, of)}
                    >
                      {label}
                    </button>
                  </th>
                  <td>{interactionText(variable)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {why.map((reason) => (
        <p key={reason} className="quiet">
          {reason}
        </p>
      ))}
    </>
  );
}
