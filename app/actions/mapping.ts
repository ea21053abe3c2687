import type { Board, ColumnChoice, DerivedColumn, Endpoint, Panel } from "../../lib/board/board";
import { competes, kindFor, withIncidence } from "../../lib/board/competes";
import { endpointOf, needsEndpoint, newPanel } from "../../lib/board/panelForms/registry";
import { withReading } from "../../lib/board/readingOptions";
import { deathOnly } from "../../lib/cohort/layouts/endpointParts";
import { proposedRules } from "../../lib/cohort/proposeRows";
import type { ReadingOptions } from "../../lib/table";
import { theClient } from "../analysis";
import { changeBoard, setView, useStore } from "../store";

/** Changes an endpoint, with the new column that the change needs. */
export const setEndpoint = (id: string, change: Partial<Endpoint>, derived?: DerivedColumn) =>
  changeBoard((board) => {
    const derivedColumns = [...board.edits.derivedColumns, ...(derived ? [derived] : [])];
    const endpoints = board.endpoints.map((endpoint) => (endpoint.id === id ? { ...endpoint, ...change } : endpoint));
    const began = competing(endpoints, id) && !competing(board.endpoints, id);
    const panels = began ? withIncidence(board.panels, id) : board.panels;
    return { ...board, endpoints, panels, edits: { ...board.edits, derivedColumns } };
  });

/** What the rows of an endpoint count for, and of every other that had the same: the rows are those of one file. */
export const setWeight = (endpoint: Endpoint, weight: Endpoint["weight"]) =>
  changeBoard((board) => ({
    ...board,
    endpoints: board.endpoints.map((each) =>
      each.id === endpoint.id || JSON.stringify(each.weight) === JSON.stringify(endpoint.weight)
        ? { ...each, weight }
        : each,
    ),
  }));

const competing = (endpoints: Endpoint[], id: string) =>
  endpoints.some((endpoint) => endpoint.id === id && competes(endpoint));

/**
 * What the values of an event column mean. An answer counts at once in every other endpoint that reads the same column
 * for the same kind of event and has none yet: a value is asked about once.
 */
export const setCoding = (endpoint: Endpoint, coding: NonNullable<Endpoint["event"]>["coding"]) =>
  changeBoard((board) => ({
    ...board,
    endpoints: board.endpoints.map((each) => {
      if (!each.event || !endpoint.event) return each;
      if (each.id === endpoint.id) return { ...each, event: { ...each.event, coding } };
      if (each.event.column !== endpoint.event.column || deathOnly(each) !== deathOnly(endpoint)) return each;
      const said = new Set([...each.event.coding, ...endpoint.event.coding].map(({ value }) => value));
      const fresh = coding.filter(({ value }) => !said.has(value));
      return { ...each, event: { ...each.event, coding: [...each.event.coding, ...fresh] } };
    }),
  }));

/** Adds an endpoint under an id of its own, and a panel of all patients for it. */
export function addEndpoint(endpoint: Endpoint): void {
  const taken = new Set(useStore.getState().board.endpoints.map(({ id }) => id));
  let id = endpoint.id;
  for (let n = 2; taken.has(id); n++) id = `${endpoint.id}${n}`;
  const panel = newPanel(kindFor(endpoint), id, `${id}-all`);
  changeBoard((board) => ({
    ...board,
    endpoints: [...board.endpoints, { ...endpoint, id }],
    panels: [...board.panels.filter((each) => each.id !== panel.id), panel],
  }));
  setView({ focus: panel.id });
}

export const removeEndpoint = (id: string) =>
  changeBoard((board) => ({
    ...board,
    endpoints: board.endpoints.filter((endpoint) => endpoint.id !== id),
    // What shows an endpoint beside something else stays without it.
    panels: board.panels.flatMap((panel) =>
      endpointOf(panel) !== id ? [panel] : needsEndpoint(panel.kind) ? [] : [{ ...panel, endpoint: null } as Panel],
    ),
  }));

export const setPatientId = (patientId: string | null) => changeBoard((board) => ({ ...board, patientId }));

/** Which row stands for a patient. Where it is the first value, the last follow-up is still the last, and seen in Data. */
export const setSeveralRows = (severalRows: Board["edits"]["severalRows"]) =>
  changeBoard((board) => {
    const summary = theClient().getState().answer?.summary;
    const { ofRows } = board.edits;
    const propose = severalRows === "firstValue" && ofRows.length === 0 && summary;
    const rules = propose ? proposedRules(summary, board.patientId) : ofRows;
    return { ...board, edits: { ...board.edits, severalRows, ofRows: rules } };
  });

/** Columns with a rule of their own for several rows of a patient. */
export const setOfRows = (ofRows: Board["edits"]["ofRows"]) =>
  changeBoard((board) => ({ ...board, edits: { ...board.edits, ofRows } }));

export const setPivot = (pivot: Board["edits"]["pivot"]) =>
  changeBoard((board) => ({ ...board, edits: { ...board.edits, pivot } }));

export const setColumn = (name: string, change: Partial<ColumnChoice>) =>
  changeBoard((board) => {
    const before = board.columns.find((choice) => choice.name === name) ?? { name };
    return { ...board, columns: [...board.columns.filter((choice) => choice.name !== name), { ...before, ...change }] };
  });

/** Takes over an answer about how the file is read; the file is read again. */
export const answerQuestion = (options: ReadingOptions) => changeBoard((board) => withReading(board, options));

/** What every figure of the cohort is split by, for the panels of all patients. */
export const setGroupColumn = (column: string | null) =>
  changeBoard((board) => ({
    ...board,
    panels: board.panels.map((panel) =>
      "group" in panel ? { ...panel, title: null, group: column === null ? null : { column } } : panel,
    ),
  }));
