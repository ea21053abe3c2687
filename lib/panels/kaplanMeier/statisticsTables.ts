import { formatCount, formatLevel, formatMedian, inSentence } from "../../format";
import { numberRows, type Stat } from "../methods/stat";
import type { NumberTable, TextTable } from "../report";
import { filterRows, filtersInText } from "../setting";
import { inOneTable, type Part, partName, partsOf } from "./parts";
import type { KaplanMeierResult } from "./result";
import { partStats } from "./stats";

/**
 * The column beside the figure as one table: a line per group, and one for every other number. Small figures and a
 * second endpoint follow, each under its name.
 */
export function statistics(result: KaplanMeierResult, fewest: number | null = null): TextTable {
  const { endpoint, confidence, groupLabel, multiples, second } = result;
  const parts = partsOf(result);
  const both = second ? ` and ${inSentence(second.endpoint.label)}` : "";
  const split = multiples ? `, of all patients and for each ${multiples.label}` : "";
  return {
    caption: `${endpoint.label}${both}${groupLabel === null ? "" : ` by ${groupLabel}`}${split}.${filtersInText(result)}`,
    header: ["Group", "n", "Events", `Median, ${endpoint.unit} (${formatLevel(confidence.level)} CI)`],
    rows:
      parts.length === 1
        ? parts.flatMap((part) => rowsOf(part, result, fewest))
        : parts.flatMap((part) => under(part, result, fewest)),
  };
}

/** The rows of a part set in under its name. */
function under(part: Part, panel: KaplanMeierResult, fewest: number | null): string[][] {
  const all = part.subgroup === "" && panel.multiples ? "All patients" : "";
  const name = [all, partName(part, panel)].filter((each) => each !== "").join(", ");
  return [
    [name, "", "", ""],
    ...rowsOf(part, panel, fewest).map(([first = "", ...cells]) => [`\u2003${first}`, ...cells]),
  ];
}

function rowsOf(part: Part, panel: KaplanMeierResult, fewest: number | null): string[][] {
  const { groups, endpoint } = part.result;
  const small = (count: number) => fewest !== null && count > 0 && count < fewest;
  const byGroup = groups.map(({ label, curve, events, median }) => {
    // Patients are those with the event and those without.
    const few = [curve.n, events, curve.n - events].some(small);
    return [
      label,
      small(curve.n) ? held : formatCount(curve.n),
      few ? held : formatCount(events),
      formatMedian(median, endpoint.unit),
    ];
  });
  const lines = partStats(part, panel).flatMap(({ text, number, gives = [] }) => {
    if (!text) return [];
    const said = fewest === null ? text[1] : withoutFew(text[1], number, small, fewest);
    return [[text[0], "", "", gives.some(small) ? held : said]];
  });
  return [...byGroup, ...lines];
}

/** Stands for a count that is held back. */
const held = "–";

/** A line without a count of few patients: its number, or how many a mean rests on. */
function withoutFew(text: string, number: Stat["number"], small: (count: number) => boolean, fewest: number): string {
  if (number?.quantity.startsWith("at risk ") && small(number.value ?? 0)) return held;
  return text.replace(/; \d+ at risk then$/, `; fewer than ${fewest} at risk then`);
}

/** Every number beside the figure, one a line, at full precision. */
export function numbers(result: KaplanMeierResult): NumberTable {
  const { header, rows } = inOneTable(result, partsOf(result), (part) => ({
    header: ["quantity", "group", "value", "lower", "upper", "df", "p"],
    rows: numberRows(partStats(part, result)),
  }));
  return { header, rows: [...rows, ...filterRows(result, header.length)] };
}
