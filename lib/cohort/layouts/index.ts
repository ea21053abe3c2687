import type { TableSummary } from "../tableSummary";
import { adrs } from "./adrs";
import { adtte } from "./adtte";
import { cbioportalPatient } from "./cbioportalPatient";
import { cbioportalStudyView } from "./cbioportalStudyView";
import { columnNames } from "./columnNames";
import { dateSheet } from "./dateSheet";
import { gdc } from "./gdc";
import { genieBpc } from "./genieBpc";
import type { Layout, Proposal } from "./layout";
import { plco } from "./plco";
import { rData } from "./rData";
import { redcap } from "./redcap";
import { seer } from "./seer";
import { target } from "./target";
import { tcga } from "./tcga";
import { transitions } from "./transitions";

/** Every layout; of several that fit the first is taken, so that the particular come before the general. */
const layouts: readonly Layout[] = [
  cbioportalPatient,
  cbioportalStudyView,
  adtte,
  adrs,
  gdc,
  genieBpc,
  target,
  plco,
  seer,
  redcap,
  tcga,
  transitions,
  rData,
  columnNames,
  dateSheet,
];

export interface Recognized {
  id: string;
  label: string;
  evidence: string;
  proposal: Proposal;
}

/** The layout of a file with its evidence and what it proposes; null where none fits. */
export function recognize(summary: TableSummary): Recognized | null {
  for (const layout of layouts) {
    const evidence = layout.recognize(summary);
    if (evidence !== null) return { id: layout.id, label: layout.label, evidence, proposal: layout.propose(summary) };
  }
  return null;
}
