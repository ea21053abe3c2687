import type { KaplanMeierResult } from "../../panels/kaplanMeier/result";
import type { ShownPanel } from "../../panels/result";
import type { DataSet } from "../dataSet/dataSet";
import { placesOf } from "../rScript/patientsInR";

/** A panel of Kaplan–Meier curves as any program of statistics computes it: whose curve, test and model. */
export interface Described {
  /** "Panel 1: Overall survival by arm". */
  title: string;
  label: string;
  /** Columns of the data set. */
  time: string;
  event: string;
  unit: string;
  /** Null of one curve of all patients. */
  group: { column: string; levels: string[]; reference: string } | null;
  strata: string | null;
  /** The id of the test; null where there is none. */
  test: string | null;
  interval: KaplanMeierResult["confidence"];
}

/** The panels that a short program has, and why it has not the others. */
export function describedPanels(data: DataSet): { panels: Described[]; left: string[] } {
  const panels: Described[] = [];
  const left: string[] = [];
  data.panels.forEach((shown, index) => {
    if (shown.state !== "ready") return;
    const name = `Panel ${index + 1}`;
    const found = described(shown, name, data);
    if (typeof found === "string") left.push(`${name}: ${found}`);
    else panels.push(found);
  });
  return { panels, left };
}

function described(shown: ShownPanel, name: string, data: DataSet): Described | string {
  if (shown.panel.kind !== "kaplanMeier" || shown.result.kind !== "kaplanMeier") return "no Kaplan–Meier curves";
  const { panel, result } = shown as Extract<ShownPanel, { panel: { kind: "kaplanMeier" } }>;
  const places = placesOf(panel, data);
  if (typeof places === "string") return "its grouping is not in the data set";
  const { endpoint, group, strata, split } = places;
  if (panel.changes || panel.cut || result.setting.changes !== null) return "its groups are made while it is computed";
  if (panel.landmark !== null || panel.censorAt !== null) return "a clock of its own";
  if (endpoint.entry || endpoint.weight || places.patient) return "entries, weights or intervals";
  if (split || panel.also) return "small figures or a second endpoint";
  const text = (level: string) => group?.levels.find((each) => each.level === level)?.text ?? "";
  const levels = result.groups.map(({ level }) => text(level));
  return {
    title: `${name}: ${panel.title ?? `${result.endpoint.label}${result.groupLabel === null ? "" : ` by ${result.groupLabel}`}`}`,
    label: result.endpoint.label,
    time: endpoint.time,
    event: endpoint.event,
    unit: endpoint.unit,
    group: group && { column: group.name, levels, reference: levels[result.reference] ?? "" },
    strata: strata?.name ?? null,
    test: result.test?.kind === "tested" && "chiSquare" in result.test ? result.test.test : null,
    interval: result.confidence,
  };
}

/** The exponents of a Fleming–Harrington test; R’s Peto–Peto is (1, 0). Null of other tests. */
export function exponentsOf(test: string): [rho: number, gamma: number] | null {
  if (test === "petoPeto") return [1, 0];
  const found = /^flemingHarrington\(([\d.]+), ([\d.]+)\)$/.exec(test);
  return found ? [Number(found[1]), Number(found[2])] : null;
}

/** One line of text. */
export const inOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");

/** The same as a comment of any of the languages: nothing in it ends it, begins another or goes on in the next line. */
export const asComment = (text: string): string => inOneLine(text).replace(/\/(?=[*/])|\*(?=\/)/g, "$& ");
