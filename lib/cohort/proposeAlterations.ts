import type { Board } from "../board/board";
import { newPanel, type PanelOf } from "../board/panelForms/registry";
import type { Variable } from "../board/variable";
import { geneOfHeader } from "./genes/symbols";
import { bitsOfWord } from "./genes/words";
import type { ColumnSummary, TableSummary } from "./tableSummary";

/** Copy numbers, or 0 and 1. */
const isOfGenes = ({ kind, min, max, levels }: ColumnSummary): boolean =>
  kind === "number"
    ? Number(min) >= -2 && Number(max) <= 2
    : (levels ?? []).length > 0 && (levels ?? []).every(({ value }) => bitsOfWord(value) !== null);

/** The columns called after genes that say of each patient altered, wild type or nothing. */
export const columnsOfGenes = ({ columns }: Pick<TableSummary, "columns">): string[] =>
  columns
    .filter((column) => column.identifying === null && geneOfHeader(column.name) !== null && isOfGenes(column))
    .map(({ name }) => name);

/**
 * A new panel of genes: above them the groups that other panels compare, then the best response of one; overall survival
 * where there is such an endpoint.
 */
export function proposedAlterations({ panels, endpoints }: Board, id?: string): PanelOf<"alterations"> {
  const grouped = panels.flatMap((each): Variable[] => ("group" in each && each.group ? [each.group] : []));
  const responses = panels.flatMap((each): Variable[] =>
    each.kind === "response" && each.response !== null ? [{ column: each.response }] : [],
  );
  const different = (all: Variable[]) =>
    all.filter((of, at) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(of)) === at);
  const overall = endpoints.find((each) => each.id === "os" || /^overall survival$/i.test(each.label));
  const panel = newPanel("alterations", (overall ?? endpoints[0])?.id ?? null, id);
  return { ...panel, tracks: different([...different(grouped).slice(0, 2), ...responses.slice(0, 1)]) };
}
