import { serialize } from "../figure/svg";
import { type Cleaner, cleaner } from "../figure/xmlText";
import { counted } from "../format";
import { cautionsInWords } from "../panels/cautions";
import type { TextTable } from "../panels/report";
import type { ExportedPanel, ExportRequest } from "./exportFormat";
import { cutoffInWords, disclaimer, ledgerInWords, madeBy, selectionInWords, sentences, withheld } from "./facts";
import { printFigure } from "./printFigure";
import { heldBackBy } from "./privacy";
import { removedNote } from "./svgExport";
import { legendText, methodsText, resultsText, statisticsTable } from "./words";

/** The whole board as one page that opens alone: no script, nothing asked for, everything escaped. */
export function htmlReport(request: ExportRequest, font: string): { text: string; notes: string[] } {
  const { body, notes, removed } = bodyOf(request);
  const clean = cleaner();
  const text = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${clean.markup(request.facts.program)}">
<title>${clean.markup(titleOf(request))}</title>
<style>${style(font)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return { text, notes: [...new Set(notes), ...removedNote(removed + clean.removed())] };
}

export function bodyOf(request: ExportRequest): { body: string; notes: string[]; removed: number } {
  const { panels, facts } = request;
  const notes: string[] = [];
  const clean = cleaner();
  const escaped = clean.markup;
  let ofFigures = 0;
  const sections = panels.map((panel) => {
    const made = section(panel, request, clean);
    ofFigures += made.removed;
    notes.push(...made.notes);
    return made.html;
  });
  const counted = panels.every(({ ledger }) => ledger !== null);
  const about = sentences(
    selectionInWords(facts, counted),
    cutoffInWords(panels.map(({ result }) => result)),
    facts.example ? "Synthetic example cohort." : "",
    `${madeBy(facts)} ${disclaimer}`,
  );
  const body = `<header>
<h1>${escaped(titleOf(request))}</h1>
<p>${escaped(about)}</p>
${request.without.map((panel) => `<p>${escaped(panel)}</p>\n`).join("")}</header>
${sections.join("\n")}`;
  return { body, notes, removed: ofFigures + clean.removed() };
}

function section(
  exported: ExportedPanel,
  request: ExportRequest,
  clean: Cleaner,
): { html: string; notes: string[]; removed: number } {
  const escaped = clean.markup;
  const { title, ledger, result } = exported;
  const figure = printFigure(exported, request.paper, request.privacy, { titleInside: false });
  const { text, removed } = serialize(figure.tree);
  const svg = text.replace(/^<\?xml.*\?>\n/, "");
  const care = cautionsInWords(exported);
  const paragraphs: [string, string][] = [
    ["Results", resultsText(exported)],
    ["Methods", methodsText(exported, request.facts)],
    ["From file to figure", ledger ? ledgerInWords(ledger, result, request.facts) : withheld],
  ];
  const html = `<section>
<h2>${escaped(title)}</h2>
<figure>
${svg}<figcaption>${escaped(legendText(exported, figure))}</figcaption>
</figure>
${tableHtml(statisticsTable(exported, heldBackBy(request.privacy)?.fewest ?? null), clean)}
${care.length === 0 ? "" : `<h3>Read with care</h3>\n<ul>${care.map((each) => `<li>${escaped(each)}</li>`).join("")}</ul>\n`}${paragraphs.map(([head, content]) => `<h3>${head}</h3>\n<p>${escaped(content)}</p>`).join("\n")}
</section>`;
  return { html, notes: figure.notes, removed };
}

export function tableHtml({ caption, header, rows, notes = [] }: TextTable, { markup: escaped }: Cleaner): string {
  const head = header.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join("");
  const body = rows.map(
    ([first = "", ...cells]) =>
      `<tr><th scope="row">${escaped(first)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`,
  );
  return `<table>\n<caption>${escaped(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>${notes.map((note) => `\n<p>${escaped(note)}</p>`).join("")}`;
}

/** The title of the one figure, or of the first and how many follow. */
export const titleOf = ({ panels }: Pick<ExportRequest, "panels">): string => {
  const [first, ...more] = panels;
  if (!first) return "No figure";
  return more.length === 0 ? first.title : `${first.title}, and ${counted(more.length, "more figure")}`;
};

export const style = (font: string) => `
@font-face{font-family:"Inter";font-weight:400 700;src:url(data:font/woff2;base64,${font}) format("woff2")}
body{max-width:46rem;margin:2rem auto;padding:0 1.2rem;color:#0f172a;background:#fff;font:15px/1.5 Inter,system-ui,sans-serif;text-rendering:geometricPrecision}
h1{margin:0;font-size:1.6rem}h2{margin:0 0 .6rem;font-size:1.25rem}h3{margin:1.2rem 0 .2rem;font-size:.95rem}p{margin:.2rem 0}
header p{color:#44536a}section{margin-top:2.2rem;padding-top:1.6rem;border-top:1px solid #c5ced8;break-inside:avoid}
figure{margin:0}figure svg{max-width:100%;height:auto}figcaption{margin:.4rem 0 1rem;color:#44536a;font-size:.85rem}
table{width:100%;border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}caption{text-align:left;font-weight:600}
th,td{padding:.25rem .6rem .25rem 0;border-bottom:1px solid #e1e7ed;text-align:right;font-weight:400}th:first-child{text-align:left}thead th{color:#44536a}
@media print{body{margin:0}section{break-before:page;border:0;margin:0;padding:0}}
`;
