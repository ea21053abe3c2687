import type { PanelKindId, PanelOf } from "../board/panelForms/registry";
import { cumulativeIncidenceReport } from "./cumulativeIncidence/report";
import { kaplanMeierReport } from "./kaplanMeier/report";
import { regressionReport } from "./regression/report";
import type { PanelReport } from "./report";
import type { ResultOf } from "./result";

const reports: { [Kind in PanelKindId]: PanelReport<PanelOf<Kind>, ResultOf<Kind>> } = {
  kaplanMeier: kaplanMeierReport,
  cumulativeIncidence: cumulativeIncidenceReport,
  regression: regressionReport,
};

/** What every kind of panel says in words and tables. */
export const panelReports: Readonly<Record<PanelKindId, PanelReport>> = reports;
