"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { ciInWords, formatMedian } from "../../../lib/format";
import { curveColors } from "../../../lib/panels/curves/looks";
import { ownCurves } from "../../../lib/panels/kaplanMeier/drawn";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { RowsLink } from "../../rows/RowsLink";
import { useStore } from "../../store";
import styles from "../StatisticsColumn.module.css";

/** Patients, events and median of each group. */
export function GroupTable({
  result,
  panel: { id, figure: options },
}: {
  result: KaplanMeierResult;
  panel: PanelOf<"kaplanMeier">;
}) {
  const theme = useStore((state) => state.view.theme);
  const colors = curveColors(ownCurves(result, options), theme, options);
  const unit = result.endpoint.unit;
  return (
    <table className={styles.groups} data-testid="groups">
      <caption className="hidden">
        Patients, events and median {result.endpoint.label} in {unit}, by group
      </caption>
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col">n</th>
          <th scope="col">Events</th>
          <th scope="col">
            Median, {unit} ({ciInWords(result.confidence.level)})
          </th>
        </tr>
      </thead>
      <tbody>
        {result.groups.map(({ level, label, curve, events, median }, index) => (
          <tr key={level}>
            <th scope="row">
              <svg width="12" height="5" aria-hidden="true">
                <rect width="12" height="5" rx="2" fill={colors[index]} />
              </svg>
              <span title={label}>{label}</span>
            </th>
            <td>
              <RowsLink count={curve.n} title={`${label}: patients`} asked={{ panel: id, level, kind: "all" }} />
            </td>
            <td>
              <RowsLink
                count={events}
                title={`${label}: patients with an event`}
                asked={{ panel: id, level, kind: "event" }}
              />
            </td>
            <td>{formatMedian(median, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
