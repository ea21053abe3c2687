"use client";

import { useState } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { counted, withUnit } from "../../../lib/format";
import { lastTime } from "../../../lib/panels/curves/drawn";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { timeIn, unitsOf } from "../../../lib/panels/timeUnit";
import { setPanel } from "../../actions/panels";
import { theClient } from "../../analysis";
import { useStore } from "../../store";
import styles from "../figure/OptionGroups.module.css";

/** The landmark by dragging, answered on the way; one undo step when it is let go. Beside it how many it leaves out. */
export function LandmarkSlider({ panel, result }: { panel: PanelOf<"kaplanMeier">; result: KaplanMeierResult | null }) {
  const [draft, setDraft] = useState<number | null>(null);
  const board = useStore((state) => state.board);
  const { kept: own, shown } = unitsOf(panel, board);
  /**
   * Times before the landmark are off the clock of the result, so the end stays that of the first result seen; in the
   * unit of the endpoint, as the landmark.
   */
  const [most] = useState(() => (result ? roundUp(timeIn(lastOf(result), result.endpoint.unit, own)) : null));
  if (most === null || most <= 0) return null;
  const at = draft ?? panel.landmark ?? 0;
  const drag = (landmark: number) => {
    setDraft(landmark);
    const panels = board.panels.map((each) => (each.id === panel.id ? { ...each, landmark: landmark || null } : each));
    theClient().request({ ...board, panels } as typeof board, panel.id);
  };
  const commit = () => {
    if (draft === null) return;
    setDraft(null);
    if ((draft || null) === panel.landmark) theClient().request(useStore.getState().board);
    else setPanel(panel.id, { landmark: draft || null });
  };
  const left = result?.setting.landmark;
  return (
    <div className={styles.slider}>
      <input
        type="range"
        aria-label="Landmark"
        min={0}
        max={most / 2}
        step={most / 200}
        value={at}
        aria-valuetext={withUnit(timeIn(at, own, shown), shown)}
        onChange={({ target }) => drag(Number(target.value))}
        onPointerUp={commit}
        onKeyUp={commit}
        onBlur={commit}
      />
      <span className="quiet">{left ? `${counted(left.leftOut, "patient")} left out` : "none: time zero"}</span>
    </div>
  );
}

const lastOf = ({ groups, setting }: KaplanMeierResult) =>
  lastTime(groups.map(({ curve }) => curve)) + (setting.landmark?.at ?? 0);

/** To two leading digits, so that the steps are round. */
function roundUp(time: number): number {
  const step = 10 ** (Math.floor(Math.log10(time)) - 1);
  return Number.isFinite(step) && step > 0 ? Number((Math.ceil(time / step) * step).toPrecision(6)) : 0;
}
