"use client";

import { useMemo } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { ownCurves, survivalCurves } from "../../../lib/panels/kaplanMeier/drawn";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { FigureView } from "../figure/FigureView";
import { freeze, useFrozen } from "../figure/figureActions";
import { MultiplesView } from "../figure/MultiplesView";
import { useTold } from "./session";

/** The figure, or a small one for each level, with the warnings of this session in its caption. */
export function Figure({ result, panel }: { result: KaplanMeierResult; panel: PanelOf<"kaplanMeier"> }) {
  const told = useTold(result);
  const before = useFrozen(panel.id, result);
  const { figure } = panel;
  const drawn = useMemo(() => survivalCurves(told, figure), [told, figure]);
  const said = useMemo(() => ownCurves(told, figure), [told, figure]);
  const frozen = useMemo(() => before && ownCurves(before, figure), [before, figure]);
  if (drawn.facets !== null) return <MultiplesView drawn={drawn} facets={drawn.facets} panel={panel} />;
  return (
    <FigureView drawn={drawn} said={said} frozen={frozen} onFreeze={() => freeze(panel.id, result)} panel={panel} />
  );
}
