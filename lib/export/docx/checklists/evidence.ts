import type { Variable } from "../../../board/board";
import { panelForms } from "../../../board/panelForms/registry";
import { counted, formatLevel } from "../../../format";
import type { KaplanMeierResult } from "../../../panels/kaplanMeier/result";
import { quantileWords } from "../../../panels/kaplanMeier/resultsText";
import { shownKinds } from "../../../panels/shownKinds";
import type { ExportRequest } from "../../exportFormat";
import { cutoffInWords } from "../../facts";
import type { Named } from "../contents";
import type { Checklist, Evidence } from "./checklist";
import { remark } from "./remark";
import { strobe } from "./strobe";
import { tripod } from "./tripod";

/** The checklists that a board is a case of. */
export function checklistsFor({ panels, board }: Pick<ExportRequest, "panels" | "board">): Checklist[] {
  const ofPatients = panels.some(({ result }) => result.endpoint !== null);
  const scored = panels.some(({ panel }) => panelForms[panel.kind].variables(panel).some(({ of }) => "score" in of));
  const cut = panels.some(({ result }) => result.kind === "kaplanMeier" && result.cut !== null);
  const genes = panels.some(({ panel }) => panel.kind === "alterations");
  return [
    ...(ofPatients ? [strobe] : []),
    ...(ofPatients && (scored || cut || genes) ? [remark] : []),
    ...(ofPatients && scored && board.scores.length > 0 ? [tripod] : []),
  ];
}

const scoreIn = (of: Variable | null | undefined, { scores }: ExportRequest["board"]) =>
  of && "score" in of ? (scores.find(({ id }) => id === of.score)?.label ?? null) : null;

/** What the panels of a document prove. `flow`: whether their flow of patients is drawn in it. */
export function evidenceOf(named: readonly Named[], { board, facts }: ExportRequest, flow: boolean): Evidence {
  const results = named.map(({ exported }) => exported.result);
  const namesOf = (holds: (each: Named) => boolean, names: (each: Named) => readonly (string | null)[] = both) =>
    named.filter(holds).flatMap((each) => names(each).flatMap((name) => name ?? []));
  const uses = named.flatMap(({ exported: { panel, result } }) => shownKinds[panel.kind].methods(result, panel));
  const scores = named.flatMap(({ exported: { panel } }) =>
    panelForms[panel.kind].variables(panel).flatMap(({ of }) => scoreIn(of, board) ?? []),
  );
  const cut = results.find((result) => result.kind === "kaplanMeier" && result.cut !== null);
  const marker = scores[0] ?? (cut?.kind === "kaplanMeier" ? (cut.groupLabel ?? null) : null);
  const byMarker = ({ exported: { panel } }: Named) =>
    "group" in panel && marker !== null && scoreIn(panel.group as Variable | null, board) === marker;
  const curvesOfMarker = (each: Named) =>
    each.exported.result.kind === "kaplanMeier" && (byMarker(each) || each.exported.result === cut);
  const table = ({ table }: Named) => [table];
  const models = named.filter(({ exported: { result } }) => result.kind === "regression" && result.joint !== null);
  const withMarker = models.filter(({ exported: { panel } }) =>
    panelForms[panel.kind].variables(panel).some(({ of }) => marker !== null && scoreIn(of, board) === marker),
  );
  const definitions = new Set(results.flatMap(({ setting }) => setting.scores.map(({ label }) => label)));
  const reasons = results.flatMap(({ leftOut }) => leftOut.map(({ reason }) => reason));
  return {
    endpoints: [
      ...new Set(
        results.flatMap((result) => [
          ...(result.endpoint ? [result.endpoint.label] : []),
          ...(result.kind === "kaplanMeier" && result.second ? [result.second.endpoint.label] : []),
        ]),
      ),
    ],
    cutoff: cutoffInWords(results.filter(({ endpoint }) => endpoint?.cutoff)),
    filters: facts.filters,
    followUp: [...new Set(named.flatMap(followUpOf))],
    flow,
    missing: [...new Set(reasons.filter((reason) => / missing$/.test(reason)))],
    characteristics: named.flatMap(({ exported: { result, panel }, table: name }) =>
      result.kind !== "characteristics" || name === null
        ? []
        : [
            {
              table: name,
              by:
                scoreIn("group" in panel ? (panel.group as Variable | null) : null, board) ??
                (result.columns.length > 1 ? "" : null),
              countsMissing: result.rows.some(({ missing }) => missing.some((count) => count > 0)),
            },
          ],
    ),
    marker,
    definitions: [...definitions],
    searched: cut !== undefined,
    curves: namesOf(
      ({ exported: { result } }) => result.kind === "kaplanMeier" || result.kind === "cumulativeIncidence",
    ),
    curvesByMarker: namesOf(curvesOfMarker),
    markerRatio: named.some(
      (each) => curvesOfMarker(each) && each.exported.result.kind === "kaplanMeier" && hasRatio(each.exported.result),
    ),
    alone: namesOf(
      ({ exported: { result } }) =>
        (result.kind === "kaplanMeier" && hasRatio(result)) ||
        (result.kind === "regression" && result.lines.some(({ alone }) => alone !== null)),
      table,
    ),
    together: models.flatMap(({ table: name }) => name ?? []),
    togetherWithMarker: withMarker.flatMap(({ table: name }) => name ?? []),
    covariates: [
      ...new Set(
        results.flatMap((result) => (result.kind === "regression" ? result.terms.map(({ label }) => label) : [])),
      ),
    ],
    atTimes: namesOf(
      ({ exported: { result } }) =>
        (result.kind === "kaplanMeier" || result.kind === "cumulativeIncidence") && result.atTimes.length > 0,
      table,
    ),
    counted: namesOf(({ exported: { panel, result } }) => shownKinds[panel.kind].inCuts(result).length > 0, table),
    subgroups: namesOf(
      ({ exported: { panel, result } }) =>
        panel.kind === "subgroups" || (result.kind === "kaplanMeier" && result.multiples !== null),
    ),
    interactions: namesOf(
      ({ exported: { panel } }) => panel.kind === "regression" && panel.interactions.length > 0,
      table,
    ),
    proportional: namesOf(
      ({ exported: { panel, result } }) =>
        shownKinds[panel.kind]
          .methods(result, panel)
          .some(({ id }) => id === "proportionalHazards" || id === "proportionalCovariates"),
      table,
    ),
    methods: uses.length > 0,
  };
}

const hasRatio = ({ comparisons }: KaplanMeierResult) => (comparisons?.cox ?? null) !== null;

const both = ({ figure, table }: Named) => [figure, table];

/** "Median follow-up was 41.2 months (95% CI, 30.1–52.3) for overall survival." */
function followUpOf({ exported: { result } }: Named): string[] {
  if (result.kind !== "kaplanMeier" || !result.comparisons) return [];
  const { comparisons, endpoint, confidence } = result;
  const { value, interval } = quantileWords(
    comparisons.medianFollowUp,
    endpoint.unit,
    `${formatLevel(confidence.level)} CI,`,
  );
  return [`Median follow-up was ${value} (${interval}), ${endpoint.label}, of ${counted(result.patients, "patient")}.`];
}
