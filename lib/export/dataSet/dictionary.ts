import type { Term } from "../../board/panelForms/term";
import { choiceFor } from "../../cohort/columns";
import { derivedDefinitions } from "../../cohort/derivedWords";
import { comparisonInWords, definitionOf } from "../../cohort/scores/words";
import { plainNumber, withUnit } from "../../format";
import type { Prepared } from "../../panels/prepared";
import { shownEndpoint } from "../../panels/shownEndpoint";
import { csvRow } from "../csvRow";
import type { EndpointColumns, GroupColumn, PanelColumnInSet } from "./columnsInSet";
import type { ResponseColumns } from "./responseColumns";
import type { ScoreInSet } from "./scoreColumns";

type Line = { column: string; what: string; unit?: string; coding?: string; derivation?: string };

const header = ["column", "what", "unit", "coding", "derivation"];

/** Where everything stands in a data set. */
interface Described {
  endpoints: EndpointColumns[];
  groups: GroupColumn[];
  scores: ScoreInSet[];
  columns: PanelColumnInSet[];
  responses: ResponseColumns[];
  patientOfIntervals: string | null;
}

/** A line for each column of a data set: what it is, its unit, its coding with levels in their order, and how it was had. */
export function dictionaryOf(prepared: Prepared, set: Described, wholeMonths: boolean): string {
  const patient: Line = {
    column: "patient",
    what: "study number",
    derivation: set.patientOfIntervals
      ? "in the order of the file; rows with the same number are intervals of one patient"
      : "in the order of the file; not a number of the file",
  };
  const lines = [
    patient,
    ...endpointLines(prepared, set, wholeMonths),
    ...scoreLines(prepared, set),
    ...groupLines(prepared, set),
    ...columnLines(prepared, set),
    ...responseLines(set),
  ];
  const rows = lines.map(({ column, what, unit = "", coding = "", derivation = "" }) =>
    csvRow([column, what, unit, coding, derivation]),
  );
  return `\uFEFF${[csvRow(header), ...rows].join("\r\n")}\r\n`;
}

const endpointLines = (
  { board, endpoints }: Prepared,
  set: Pick<Described, "endpoints">,
  wholeMonths: boolean,
): Line[] =>
  set.endpoints.flatMap(({ id, label, unit, time, event, entry, weight, weightKind }) => {
    const place = board.endpoints.findIndex((each) => each.id === id);
    const endpoint = board.endpoints[place];
    const causes = endpoints[place]?.data?.causes ?? [];
    if (!endpoint) return [];
    const shown = shownEndpoint(board, endpoint, { causes, landmark: null });
    const competing = causes.map((cause, index) => `${index + 2} ${cause}`);
    return [
      {
        column: time,
        what: `${label}: time${shown.origin === "" ? "" : ` from ${shown.origin}`}`,
        unit,
        derivation: `${shown.definition}${wholeMonths ? " Raised to whole months of 30.4375 days." : ""}`,
      },
      { column: event, what: `${label}: event`, coding: ["0 censored", "1 the event", ...competing].join("; ") },
      ...(entry ? [{ column: entry, what: `${label}: entry into observation`, unit }] : []),
      ...(weight
        ? [
            {
              column: weight,
              what: `${label}: weight`,
              coding: weightKind === "count" ? "how many equal patients the row stands for" : "sampling weight",
            },
          ]
        : []),
    ];
  });

const scoreLines = ({ board }: Prepared, set: Pick<Described, "scores">): Line[] =>
  set.scores.flatMap(({ score, points, factors }) => [
    { column: points, what: `${score.label}: points`, unit: "points", derivation: definitionOf(score) },
    ...(factors ?? []).flatMap(({ id, name }): Line[] => {
      const factor = score.factors.find((each) => each.id === id);
      if (!factor) return [];
      const perUnit = factor.when.op === "per unit";
      const comparison = comparisonInWords(factor, board);
      return [
        {
          column: name,
          what: `${score.label}: ${factor.label}`,
          unit: perUnit ? factor.unit : "",
          coding: perUnit ? "a number" : "1 yes; 0 no; empty not known",
          derivation: perUnit
            ? `${withUnit(factor.points, "points")} ${comparison}`
            : `${comparison}: ${withUnit(factor.points, "points")}`,
        },
      ];
    }),
  ]);

const groupLines = ({ board, table, variables }: Prepared, set: Pick<Described, "groups">): Line[] =>
  set.groups.map(({ of, name, levels }) => {
    const derived = "column" in of ? derivedDefinitions(board, table, new Set([of.column])) : [];
    const score = "score" in of ? board.scores.find(({ id }) => id === of.score) : undefined;
    return {
      column: name,
      what: variables.label(of),
      coding: `levels in their order: ${levels.map(({ text }) => text).join("; ")}`,
      derivation: score ? definitionOf(score) : derived.map(({ definition }) => definition).join(" "),
    };
  });

function columnLines({ board, variables }: Prepared, set: Pick<Described, "columns">): Line[] {
  return set.columns.map(({ panel: id, id: own, of, name, levels, reference }): Line => {
    const panel = board.panels.find((each) => each.id === id);
    const place = board.panels.findIndex((each) => each.id === id) + 1;
    const term = panel?.kind === "regression" ? panel.terms.find((each) => each.id === own) : undefined;
    const unit = of && "column" in of ? (choiceFor(board, of.column).unit ?? "") : "";
    const what = `panel ${place}: ${of ? variables.label(of) : own}`;
    if (levels !== null) {
      const against = term ? `; reference ${reference}` : "";
      return { column: name, what, coding: `levels in their order: ${levels.join("; ")}${against}` };
    }
    return { column: name, what, ...codedNumber(term, unit, board) };
  });
}

type Coded = Pick<Line, "unit" | "coding">;

/** A number as a model takes it: in steps of several units, or on which side of a cut it is. */
function codedNumber(term: Term | undefined, unit: string, board: Prepared["board"]): Coded {
  if (!term) return { unit };
  if (term.coding.kind === "cut")
    return { coding: `1 ${comparisonInWords({ when: term.coding.when, unit }, board)}; 0 not` };
  if (term.coding.kind === "perUnit" && term.coding.per !== 1)
    return { unit: `${plainNumber(term.coding.per)} ${unit || "units"}` };
  return { unit };
}

const responseLines = (set: Pick<Described, "responses">): Line[] =>
  set.responses.flatMap(({ response, change }) => [
    ...(response ? [{ column: response, what: "best response", coding: "words of the file" }] : []),
    ...(change ? [{ column: change, what: "best change from baseline", unit: "%" }] : []),
  ]);
