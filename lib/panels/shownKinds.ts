import type { Panel } from "../board/board";
import type { PanelKindId, PanelOf } from "../board/panelForms/registry";
import { alterationsDrawing } from "./alterations/drawing";
import { alterationsReport } from "./alterations/report";
import { characteristicsDrawing } from "./characteristics/drawing";
import { characteristicsReport } from "./characteristics/report";
import { cumulativeIncidenceDrawing } from "./cumulativeIncidence/drawing";
import { cumulativeIncidenceReport } from "./cumulativeIncidence/report";
import type { PanelDrawing } from "./drawing";
import type { Headline } from "./headline";
import { kaplanMeierDrawing } from "./kaplanMeier/drawing";
import { kaplanMeierReport } from "./kaplanMeier/report";
import { regressionDrawing } from "./regression/drawing";
import { regressionReport } from "./regression/report";
import type { PanelReport } from "./report";
import { responseDrawing } from "./response/drawing";
import { responseReport } from "./response/report";
import type { PanelResult, ResultOf, ShownPanel } from "./result";
import { filtersInText } from "./setting";
import { subgroupsDrawing } from "./subgroups/drawing";
import { subgroupsReport } from "./subgroups/report";

type ShownKind<P extends Panel = Panel, R extends PanelResult = PanelResult> = PanelDrawing<P, R> & PanelReport<P, R>;

const kinds: { [Kind in PanelKindId]: ShownKind<PanelOf<Kind>, ResultOf<Kind>> } = {
  kaplanMeier: { ...kaplanMeierDrawing, ...kaplanMeierReport },
  cumulativeIncidence: { ...cumulativeIncidenceDrawing, ...cumulativeIncidenceReport },
  regression: { ...regressionDrawing, ...regressionReport },
  subgroups: { ...subgroupsDrawing, ...subgroupsReport },
  response: { ...responseDrawing, ...responseReport },
  characteristics: { ...characteristicsDrawing, ...characteristicsReport },
  alterations: { ...alterationsDrawing, ...alterationsReport },
};

/**
 * How every kind of panel is drawn and said in words: the half of a kind that the page needs. How it is computed stands
 * in registry.ts, which only the worker loads.
 */
export const shownKinds: Readonly<Record<PanelKindId, ShownKind>> = kinds;

/** What a panel found, said first, and of whom where filters apply. */
export function headlineOf({ panel, result }: ShownPanel): Headline | null {
  const said = shownKinds[panel.kind].headline(result);
  return said && { ...said, evidence: `${said.evidence}${filtersInText(result)}` };
}
