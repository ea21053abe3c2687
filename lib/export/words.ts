import { asMarkup } from "../figure/xmlText";
import { capitalized } from "../format";
import { cautionsInWords } from "../panels/cautions";
import { methodsInWords, referencesIn } from "../panels/methods/paragraph";
import type { TextTable } from "../panels/report";
import type { DrawnFigure } from "../panels/sheet/drawnFigure";
import { shownKinds } from "../panels/shownKinds";
import { neutral } from "./csvRow";
import type { ExportedPanel } from "./exportFormat";
import { cutoffInWords, type Facts, hasCutoff, ledgerInWords, sentences, withheld } from "./facts";
import { paperOfWidth } from "./paper";
import { printFigure } from "./printFigure";
import { openPrivacy } from "./privacy";
import { hasSteps, nameOf } from "./tableText";

/** How the panel was computed, from whom, and by what: a paragraph for a methods section. */
export function methodsText({ panel, result, ledger }: ExportedPanel, facts: Facts): string {
  const methods = methodsInWords(shownKinds[panel.kind].methods(result, panel));
  return sentences(
    methods,
    ledger ? capitalized(ledgerInWords(ledger, result, facts)) : withheld,
    hasCutoff(result) ? cutoffInWords([result]) : "",
    `Computed with ${facts.program} (research use).`,
    referencesIn(methods),
  );
}

/** The text of a figure in a manuscript; without one at hand, of the figure as wide as a page. */
export function legendText(exported: ExportedPanel, figure?: DrawnFigure): string {
  const { panel, title, result } = exported;
  const drawn = figure ?? printFigure(exported, paperOfWidth(183), openPrivacy);
  return `${title}. ${shownKinds[panel.kind].legend(result, panel, drawn)}`;
}

/** "Read with care: …", what the screen warns of beside the numbers; "" where it does not. */
export function careText(exported: ExportedPanel): string {
  const cautions = cautionsInWords(exported);
  return cautions.length === 0 ? "" : `Read with care: ${cautions.join(" ")}`;
}

/** What was found, as one or two sentences. */
export const resultsText = ({ panel, result }: ExportedPanel): string => shownKinds[panel.kind].results(result);

/**
 * The figure in words, for those who do not see it; where counts under `fewest` are held back and it would tell one, its title.
 */
export function insteadOfSeeing({ panel, result, title }: ExportedPanel, fewest: number | null): string {
  const sentence = shownKinds[panel.kind].sentence(result);
  return tellsFew(sentence, fewest) ? `${title}.` : sentence;
}

/** Whether a text counts patients or events, but fewer than may be told, and not none. */
export function tellsFew(text: string, fewest: number | null): boolean {
  if (fewest === null) return false;
  const counts = text.matchAll(
    /(?<![\d.,])(\d{1,3}(?:,\d{3}){0,4})(?= (?:patients?|events?|responders?|of|with|had|died|missing)\b)/g,
  );
  return [...counts].some(([, digits = ""]) => {
    const count = Number(digits.replaceAll(",", ""));
    return count > 0 && count < fewest;
  });
}

/** What whoever presents the panel has to say, a paragraph each: their own notes, what was found, what is to be read with care. */
export const toSay = (exported: ExportedPanel): string[] =>
  [...exported.panel.notes.split(/\n+/), resultsText(exported), careText(exported)].filter(
    (said) => said.trim() !== "",
  );

/** The table beside the figure, without counts under `fewest` where it counts so few; below it why numbers are not known. */
export const statisticsTable = ({ panel, result }: ExportedPanel, fewest: number | null = null): TextTable => ({
  ...shownKinds[panel.kind].statistics(result, fewest),
  notes: shownKinds[panel.kind].reasons(result),
});

/**
 * The table with tabs between its cells, as spreadsheets take it; a text that would run as a formula is neutralized.
 */
export const tabbed = ({ header, rows, notes = [] }: TextTable): string =>
  [header, ...rows, ...notes.map((note) => [note])]
    .map((cells) => cells.map((cell) => neutral(cell.replace(/\s+/g, " "))).join("\t"))
    .join("\n");

/**
 * The table as HTML for Word and Excel. Every cell that is no plain number is marked as text, so that a spreadsheet
 * makes neither a formula of "=1" nor a date of "1–2".
 */
export function htmlTable({ caption, header, rows, notes = [] }: TextTable): string {
  const border = "border:none;padding:2px 8px 2px 0;text-align:left;vertical-align:top";
  const bold = hasSteps({ rows });
  // Names of levels are set in, not written with spaces; those they stand under are bold.
  const named = (cells: string[]) => {
    const { text, steps } = nameOf(cells);
    const look = bold ? `;padding-left:${steps * 1.2}em${steps === 0 ? ";font-weight:bold" : ""}` : "";
    return { text, look };
  };
  const cell = (tag: "th" | "td", text: string, rule = "") =>
    `<${tag} style="${border}${rule}${/^[\d,]+$/.test(text) ? "" : ";mso-number-format:'\\@'"}">${asMarkup(text)}</${tag}>`;
  const line = ";border-bottom:1px solid #000";
  const head = header.map((text) => cell("th", text, `${line};border-top:1px solid #000`)).join("");
  const body = rows.map((cells, index) => {
    const end = index === rows.length - 1 ? line : "";
    const name = named(cells);
    const [, ...others] = cells;
    return [cell("td", name.text, end + name.look), ...others.map((text) => cell("td", text, end))].join("");
  });
  return `<table style="border-collapse:collapse"><caption style="text-align:left">${asMarkup(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.map((cells) => `<tr>${cells}</tr>`).join("")}</tbody></table>${notes.map(htmlParagraph).join("")}`;
}

export const htmlParagraph = (text: string): string => `<p>${asMarkup(text)}</p>`;
