"use client";

import { useMemo } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { incidenceControls } from "../../../lib/panels/cumulativeIncidence/controls";
import { incidenceCurves } from "../../../lib/panels/cumulativeIncidence/drawn";
import type { CumulativeIncidenceResult } from "../../../lib/panels/cumulativeIncidence/result";
import { FigureView } from "../figure/FigureView";
import { freeze, useFrozen } from "../figure/figureActions";
import { OptionGroups } from "../figure/OptionGroups";
import type { PanelParts } from "../panelPart";
import { Settings } from "./Settings";
import { Statistics } from "./Statistics";

interface Shown {
  result: CumulativeIncidenceResult;
  panel: PanelOf<"cumulativeIncidence">;
}

function Figure({ result, panel }: Shown) {
  const before = useFrozen(panel.id, result);
  const drawn = useMemo(() => incidenceCurves(result), [result]);
  const frozen = useMemo(() => before && incidenceCurves(before), [before]);
  return <FigureView drawn={drawn} frozen={frozen} onFreeze={() => freeze(panel.id, result)} panel={panel} />;
}

function Options({ result, panel }: Shown) {
  const drawn = useMemo(() => incidenceCurves(result), [result]);
  return <OptionGroups drawn={drawn} panel={panel} groups={incidenceControls} />;
}

export const cumulativeIncidenceParts: PanelParts<PanelOf<"cumulativeIncidence">, CumulativeIncidenceResult> = {
  what: "curve",
  Figure,
  Statistics,
  Settings,
  groups: ({ group }) => ({ group, none: "All patients", instead: {} }),
  Choices: () => null,
  Options,
};
