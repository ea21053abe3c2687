import { addRow, emptySheet, type Sheet, type SheetCell } from "../workbook/sheet";
import { walkXml, type XmlVisitor } from "../workbook/xml";

/** Named characters of HTML that stand in tables; others stay as written. */
const named: Record<string, string> = {
  nbsp: " ",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  oslash: "ø",
  aring: "å",
  ntilde: "ñ",
  le: "≤",
  ge: "≥",
  minus: "−",
  ndash: "–",
  mdash: "—",
  micro: "µ",
  deg: "°",
  plusmn: "±",
  sup2: "²",
};

/** A table of a page, and whether it is one to fill in. */
export interface HtmlTable {
  sheet: Sheet;
  form: boolean;
}

/** Most cells of a page, those a cell spans included. */
const mostCells = 5_000_000;
const widest = 1000;

/** The innermost tables of a page, cell by cell. Null where it claims more cells than there can be. */
export function tablesOf(page: string): HtmlTable[] | null {
  const found: HtmlTable[] = [];
  const open: Reading[] = [];
  let cells = 0;
  const visitor: XmlVisitor = {
    open(tag, attribute) {
      const name = tag.toLowerCase();
      const current = open[open.length - 1];
      if (name === "table") open.push(new Reading());
      else if (/^(input|select|textarea|form|button)$/.test(name)) for (const each of open) each.form = true;
      else if (!current) return;
      else if (name === "tr") current.row();
      else if (name === "td" || name === "th")
        cells += current.cell((key) => attribute(key) ?? attribute(key.toUpperCase()));
      else if (name === "br" || name === "p" || name === "div") current.text(" ");
    },
    text(text) {
      open[open.length - 1]?.text(text);
    },
    close(tag) {
      const name = tag.toLowerCase();
      const current = open[open.length - 1];
      if (name === "td" || name === "th") current?.endCell();
      else if (name === "tr") current?.endRow();
      else if (name === "table" && current) {
        open.pop();
        for (const outer of open) outer.nested = true;
        current.endRow();
        if (!current.nested) found.push(current);
      }
    },
  };
  walkXml(withoutScripts(page), visitor);
  if (cells > mostCells) return null;
  for (const rest of open) {
    rest.endRow();
    if (!rest.nested) found.push(rest);
  }
  return found;
}

/** Scripts and styles hold no text of the page; a "<" before anything but a tag is a mere character. */
function withoutScripts(page: string): string {
  const opening = /<(script|style)[\s>]/gi;
  const closing = { script: /<\/script\s*>/gi, style: /<\/style\s*>/gi };
  const unclosed = new Set<string>();
  let kept = "";
  let from = 0;
  for (let found = opening.exec(page); found; found = opening.exec(page)) {
    const name = found[1].toLowerCase() as keyof typeof closing;
    if (unclosed.has(name)) continue;
    closing[name].lastIndex = opening.lastIndex;
    if (!closing[name].test(page)) {
      unclosed.add(name);
      continue;
    }
    kept += `${page.slice(from, found.index)} `;
    from = opening.lastIndex = closing[name].lastIndex;
  }
  return (kept + page.slice(from)).replace(/<(?![a-zA-Z/!?])/g, "&lt;");
}

/** A table in the making. */
class Reading implements HtmlTable {
  readonly sheet = emptySheet("your spreadsheet program");
  form = false;
  nested = false;
  private number = 0;
  private inRow = false;
  private cells: SheetCell[] = [];
  private column = 0;
  private current: { text: string; exact: string | null; wide: number } | null = null;
  /** How many rows more each column is taken by a cell from above. */
  private taken: number[] = [];

  row(): void {
    this.endRow();
    this.number++;
    this.column = 0;
    this.inRow = true;
  }

  /** Gives how many cells it takes. */
  cell(attribute: (name: string) => string | null): number {
    this.endCell();
    if (!this.inRow) this.row();
    while ((this.taken[this.column] ?? 0) > 0) this.column++;
    const span = (name: string) => Math.min(widest, Math.max(1, Math.floor(Number(attribute(name) ?? 1)) || 1));
    const [wide, high] = [span("colspan"), span("rowspan")];
    if (wide * high > 1)
      this.sheet.merged.push({
        firstRow: this.number,
        lastRow: this.number + high - 1,
        firstColumn: this.column,
        lastColumn: this.column + wide - 1,
      });
    for (let place = this.column; place < this.column + wide; place++) this.taken[place] = high;
    this.current = { text: "", exact: attribute("num"), wide };
    return wide;
  }

  text(text: string): void {
    if (this.current) this.current.text += text;
  }

  endCell(): void {
    if (!this.current) return;
    const { text, exact, wide } = this.current;
    const said = text
      .replace(/&([a-zA-Z]\w*);/g, (whole, name: string) => named[name] ?? whole)
      .replace(/[\s\u00a0]+/g, " ")
      .trim();
    const numeric = exact !== null && exact.trim() !== "" && Number.isFinite(Number(exact));
    if (said !== "")
      this.cells.push({
        column: this.column,
        text: numeric ? String(Number(exact)) : said,
        formula: false,
        numeric,
        percent: numeric && said.endsWith("%"),
      });
    this.column += wide;
    this.current = null;
  }

  endRow(): void {
    if (!this.inRow) return;
    this.endCell();
    this.inRow = false;
    if (this.cells.length > 0) addRow(this.sheet, { number: this.number, hidden: false, cells: this.cells });
    this.cells = [];
    this.taken = this.taken.map((rows) => Math.max(0, rows - 1));
  }
}
