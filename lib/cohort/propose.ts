import { type Board, boardSchema, type Filter } from "../board/board";
import { kindFor } from "../board/competes";
import { newPanel } from "../board/panelForms/registry";
import { boardVersion } from "../board/version";
import { columnsOfTime } from "./endpointTime";
import { languages } from "./languages";
import { armColumn, saysEvent, saysTime, wordsOf } from "./layouts/columnWords";
import { dateColumns } from "./layouts/dateSheet";
import type { Proposal } from "./layouts/layout";
import { columnsOfGenes, proposedAlterations } from "./proposeAlterations";
import { changesAlone, proposeResponse } from "./proposeResponse";
import type { ColumnSummary, TableSummary } from "./tableSummary";

/** Columns that get no filter of their own at first. */
type Aside = readonly (string | null | undefined)[];

/**
 * A board for a file before anything is said of its endpoints: a patient id where one is plain to see, some filter
 * cards, and where columns hold responses or genes the panels that need no endpoint.
 */
export function plainBoard(file: string, summary: TableSummary, aside: Aside = []): Board {
  const patientId = patientIdOf(summary);
  const board = boardSchema.parse({
    meierboard: boardVersion,
    source: { file, rows: summary.rows, sha256: null },
    patientId,
    filters: firstFilters(summary, [...aside, patientId, ...dateColumns(summary).map(({ name }) => name)]),
  });
  const panels = panelsOfPatients(summary, board, armColumn(summary), aside);
  return panels.some(({ kind }) => kind !== "characteristics") ? { ...board, panels } : board;
}

/** The board that a recognized layout proposes: all of it shown, and all of it the user's to change or undo. */
export function proposedBoard(file: string, summary: TableSummary, proposal: Proposal): Board {
  const { endpoints, patientId, severalRows = null, ofRows = [], pivot = null, columns = [] } = proposal;
  const { group = null, shownIn } = proposal;
  const spread = pivot ? [pivot.parameter, ...pivot.values] : [];
  const read = endpoints.flatMap(({ time, event, entry }) => [...columnsOfTime(time), event?.column, entry]);
  const plain = plainBoard(file, summary, [...spread, ...(proposal.aside ?? []), ...read, patientId]);
  const board = boardSchema.parse({
    ...plain,
    columns,
    patientId: patientId ?? plain.patientId,
    edits: { ...plain.edits, severalRows, ofRows, pivot },
    endpoints,
    panels: endpoints.map((endpoint) => {
      const { id, time } = endpoint;
      const panel = newPanel(kindFor(endpoint), id, `${id}-${group === null ? "all" : "arm"}`);
      const unit = shownIn && time.unit !== shownIn ? shownIn : undefined;
      return {
        ...panel,
        group: group === null ? null : { column: group },
        figure: { ...panel.figure, ...(unit && { unit }) },
      };
    }),
  });
  const beside = panelsOfPatients(summary, board, group, [...read, ...spread], proposal.response);
  return { ...board, panels: [...board.panels, ...beside] };
}

/** The same for columns that second files give a board: panels of the kinds that it has none of. */
export function panelsOfJoined(summary: TableSummary, board: Board): Board["panels"] {
  const read = board.endpoints.flatMap(({ time, event, entry }) => [...columnsOfTime(time), event?.column, entry]);
  const [group] = board.panels.flatMap((panel) =>
    "group" in panel && panel.group !== null && "column" in panel.group ? [panel.group.column] : [],
  );
  const there = new Set(board.panels.map(({ kind }) => kind));
  return panelsOfPatients(summary, board, group ?? null, read).filter(({ kind }) => !there.has(kind));
}

/** Beside the curves: who the patients were, how their tumors responded and what these carried, where columns say it. */
function panelsOfPatients(
  summary: TableSummary,
  board: Board,
  group: string | null,
  used: Aside,
  known?: string | null,
): Board["panels"] {
  const by = group === null ? null : { column: group };
  const found = proposeResponse(summary, board);
  const response = known ? { ...found, response: known } : found;
  const panels: Board["panels"] = [];
  if (
    summary.columns.filter((column) => mayCharacterize(column, [...used, group, board.patientId])).length >= fewestRows
  )
    panels.push({ ...newPanel("characteristics", null, "patients"), group: by });
  if (response.response || changesAlone(summary))
    panels.push({ ...newPanel("response", null, "response"), ...response, group: by });
  if (columnsOfGenes(summary).length >= fewestGenes)
    panels.push({ ...proposedAlterations({ ...board, panels: [...board.panels, ...panels] }, "genes"), group: by });
  return panels;
}

/** A table of fewer characteristics is none. */
const fewestRows = 3;
/** One gene is a filter or a group. */
const fewestGenes = 2;

const mayCharacterize = ({ name, kind, distinct, identifying, min }: ColumnSummary, aside: Aside): boolean =>
  identifying === null &&
  !aside.includes(name) &&
  !saysTime(name) &&
  !saysEvent(name) &&
  ((kind === "category" && distinct !== null && distinct >= 2 && distinct <= 8) || (kind === "number" && min !== null));

/**
 * The column that names the patient by its name. One that names patients counts although its values come again, for
 * then it is asked which row stands for a patient; a plain "id" that comes again may number anything. Rows that are
 * stretches of a patient's time wait for the user to say so.
 */
function patientIdOf({ columns, rows }: TableSummary): string | null {
  const has = (name: RegExp) => columns.some((column) => name.test(column.name));
  const stretches = has(/^t?start$/i) && has(/^t?stop$/i);
  const once = ({ distinct, kind }: ColumnSummary) => distinct === rows || (distinct === null && kind === "category");
  const again = ({ distinct }: ColumnSummary) => !stretches && distinct !== null && distinct >= rows / 20;
  const named = (names: (words: string) => boolean) =>
    columns.filter(({ name, missing }) => names(wordsOf(name).join(" ")) && missing <= rows / 10);
  const [ofPatients, plain] = [
    named((name) => patientNames.test(name) || foreignNames.has(name)),
    named((name) => /^(id|identifier|no|number)$/.test(name)),
  ];
  const found = ofPatients.find(once) ?? plain.find(once) ?? ofPatients.find(again);
  return found?.name ?? null;
}

/** In lower-case words without accents. */
const patientNames =
  /^((patient|subject|case|record|usubj|subj|participant|pat|pt|study|medical record|patienten|probanden|fall) ?(id|identifier|no|nr|num|number|nummer|key)|pid|patid|patno|mrn|usubjid|subjid|patient|subject|participant|patientennummer|fallnummer)$/;

const foreignNames = new Set(
  Object.values(languages).flatMap(({ patient }) => patient.split("|").map((name) => wordsOf(name).join(" "))),
);

const mostFirstFilters = 6;

function firstFilters({ columns }: TableSummary, aside: Aside): Filter[] {
  const filters = columns.flatMap(({ name, kind, distinct, identifying, min }): Filter[] => {
    const of = { column: name };
    if (identifying !== null || aside.includes(name)) return [];
    if (kind === "category" && distinct !== null && distinct >= 2 && distinct <= 8)
      return [{ kind: "values", of, values: null, missing: true }];
    if (kind === "number" && min !== null && (distinct === null || distinct > 5) && !saysTime(name))
      return [{ kind: "range", of, min: null, max: null, missing: true }];
    return [];
  });
  return filters.slice(0, mostFirstFilters);
}
