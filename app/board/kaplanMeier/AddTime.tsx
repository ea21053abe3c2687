"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { setFigure } from "../../actions/panels";
import { CommittedNumber } from "../../controls/Committed";
import styles from "./Numbers.module.css";

/** The board keeps so many. */
const most = 6;

/** Another time at which the curves are read. */
export function AddTime({
  panel: { id, figure },
  unit,
}: {
  panel: Pick<PanelOf<"kaplanMeier">, "id" | "figure">;
  unit: string;
}) {
  const { milestones } = figure;
  if (milestones.length >= most) return null;
  return (
    <span className={styles.adder}>
      + at
      <CommittedNumber
        value={null}
        optional
        label={`Read the curves at another time, ${unit}`}
        accepts={(time) => time > 0}
        onValue={(time) =>
          time !== null &&
          !milestones.includes(time) &&
          setFigure(id, { milestones: [...milestones, time].sort((a, b) => a - b) })
        }
      />
      {unit}
    </span>
  );
}
