"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { formatP } from "../../../lib/format";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { setPanel } from "../../actions/panels";
import { worded } from "../../controls/choices";
import { Select } from "../../controls/Select";
import { Explained } from "../../explain/Explained";
import styles from "../StatisticsColumn.module.css";

type Adjust = PanelOf<"kaplanMeier">["adjust"];

const adjustments: Record<Adjust, string> = {
  holm: "Holm",
  benjaminiHochberg: "Benjamini–Hochberg",
  bonferroni: "Bonferroni",
};

/** Every two groups with each other, by the test of the panel; P as it is and adjusted for the number of pairs. */
export function Pairs({ result, panel }: { result: KaplanMeierResult; panel: PanelOf<"kaplanMeier"> }) {
  const pairs = result.comparisons?.pairs;
  if (!pairs) return null;
  return (
    <section className={styles.part}>
      <h3>
        <Explained of="pairs">Every two groups</Explained>
      </h3>
      <table className={styles.numbers} data-testid="pairs">
        <thead>
          <tr>
            <th scope="col">Groups</th>
            <th scope="col">P</th>
            <th scope="col">
              <Select
                label="Adjusted for the number of pairs by"
                value={panel.adjust}
                choices={worded(adjustments)}
                onValue={(adjust) => setPanel(panel.id, { adjust })}
              />
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.tests.map(({ levels, labels, result: test, adjustedP }) => (
            <tr key={levels.join("\0")}>
              <th scope="row">
                <span className="clamped">
                  {labels[0]} v {labels[1]}
                </span>
              </th>
              <td>{test.kind === "tested" ? formatP(test.p) : "NE"}</td>
              <td>{formatP(adjustedP)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
