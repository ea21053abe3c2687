"use client";

import { useMemo } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { asCurves } from "../../../lib/panels/cumulativeIncidence/asCurves";
import { incidenceControls } from "../../../lib/panels/cumulativeIncidence/controls";
import type { CumulativeIncidenceResult } from "../../../lib/panels/cumulativeIncidence/result";
import { FigureView } from "../figure/FigureView";
import { OptionGroups } from "../figure/OptionGroups";
import type { PanelParts } from "../panelParts";
import { Settings } from "./Settings";
import { Statistics } from "./Statistics";

interface Shown {
  result: CumulativeIncidenceResult;
  panel: PanelOf<"cumulativeIncidence">;
}

const useCurves = (result: CumulativeIncidenceResult) => useMemo(() => asCurves(result), [result]);

function Figure({ result, panel }: Shown) {
  return <FigureView result={useCurves(result)} panel={panel} />;
}

function Options({ result, panel }: Shown) {
  return <OptionGroups result={useCurves(result)} panel={panel} groups={incidenceControls} />;
}

export const cumulativeIncidenceParts: PanelParts<PanelOf<"cumulativeIncidence">, CumulativeIncidenceResult> = {
  Figure,
  Statistics,
  Settings,
  Options,
};
