import { addRow, emptySheet, mostColumns, mostRows, type Sheet, type SheetCell } from "./sheet";
import { walkXml, type XmlVisitor } from "./xml";

export interface SheetInDocument {
  name: string;
  hidden: boolean;
  sheet: Sheet;
}

/** Cells of all sheets together, those that a row or a cell is repeated for included. */
const mostCells = 20_000_000;

/** Inside a cell, but no part of what it says: comments and drawings. */
const aside = new Set(["annotation", "frame", "custom-shape", "g", "control", "tracked-changes"]);

type Attribute = (name: string) => string | null;
const times = (attribute: Attribute, name: string) => Math.max(1, Math.floor(Number(attribute(name) ?? 1)) || 1);
const isHidden = (attribute: Attribute) => /^(collapse|filter)$/.test(attribute("visibility") ?? "");

/** The sheets of a document; null where it has been cut off or says of cells what cannot be. */
export function sheetsOf(xml: string): SheetInDocument[] | "too large" | null {
  if (!/<\/(\w+:)?document-content\s*>\s*$/.test(xml.slice(-500))) return null;
  const found: SheetInDocument[] = [];
  let state: "fine" | "too large" | "beyond" = "fine";
  const visitor = documentVisitor(found, (why) => {
    state = why;
  });
  walkXml(xml, visitor);
  if (state === "fine") return found;
  return state === "too large" ? state : null;
}

function documentVisitor(found: SheetInDocument[], stop: (why: "too large" | "beyond") => void): XmlVisitor {
  const hiddenStyles = new Set<string>();
  let style = "";
  let depth = 0;
  let asideDepth = 0;
  let cells = 0;
  let column = 0;
  let row = { number: 1, times: 1, hidden: false, cells: [] as SheetCell[] };
  let cell: Cell | null = null;
  const sheet = () => found[found.length - 1].sheet;

  function openCell(name: string, attribute: Attribute): void {
    const [wide, high] = [times(attribute, "number-columns-spanned"), times(attribute, "number-rows-spanned")];
    if (name === "table-cell" && wide * high > 1)
      sheet().merged.push({
        firstRow: row.number,
        lastRow: row.number + high - 1,
        firstColumn: column,
        lastColumn: column + wide - 1,
      });
    cell = new Cell(attribute);
  }

  function closeCell(): void {
    if (!cell) return;
    const made = cell.made();
    if (made && column + cell.times > mostColumns) stop("beyond");
    else if (made) for (let time = 0; time < cell.times; time++) row.cells.push({ ...made, column: column + time });
    column += cell.times;
    cell = null;
  }

  function closeRow(): void {
    cells += row.cells.length * row.times;
    const filled = row.cells.length > 0;
    if (cells > mostCells) stop("too large");
    else if (filled && row.number + row.times - 1 > mostRows) stop("beyond");
    else if (filled)
      for (let time = 0; time < row.times; time++)
        addRow(sheet(), { number: row.number + time, hidden: row.hidden, cells: row.cells });
    row = { number: row.number + row.times, times: 1, hidden: false, cells: [] };
  }

  return {
    open(name, attribute) {
      if (asideDepth > 0 || aside.has(name)) asideDepth++;
      else if (name === "style") style = attribute("name") ?? "";
      else if (name === "table-properties" && attribute("display") === "false") hiddenStyles.add(style);
      else if (name === "table" && depth++ === 0) {
        const hidden = hiddenStyles.has(attribute("style-name") ?? "");
        found.push({ name: attribute("name") ?? "", hidden, sheet: emptySheet("your spreadsheet program") });
        row = { number: 1, times: 1, hidden: false, cells: [] };
        column = 0;
      } else if (depth !== 1) return;
      else if (name === "table-column") {
        const wide = times(attribute, "number-columns-repeated");
        if (isHidden(attribute)) sheet().hidden.push([column, column + wide - 1]);
        column += wide;
      } else if (name === "table-row") {
        row.times = times(attribute, "number-rows-repeated");
        row.hidden = isHidden(attribute);
        column = 0;
      } else if (name === "table-cell" || name === "covered-table-cell") openCell(name, attribute);
      else cell?.open(name, attribute);
    },
    text(text) {
      if (asideDepth === 0) cell?.text(text);
    },
    close(name) {
      if (asideDepth > 0) asideDepth--;
      else if (name === "table") depth--;
      else if (depth !== 1) return;
      else if (name === "table-cell" || name === "covered-table-cell") closeCell();
      else if (name === "table-row") closeRow();
      else cell?.close(name);
    },
  };
}

/** A cell in the making: its value stands in attributes, its text in paragraphs. */
class Cell {
  readonly times: number;
  private readonly type: string;
  private readonly value: string | null;
  private readonly formula: boolean;
  private written = "";
  private paragraphs = 0;
  private inParagraph = 0;

  constructor(attribute: Attribute) {
    this.times = times(attribute, "number-columns-repeated");
    this.type = attribute("value-type") ?? "";
    const kept = { date: "date-value", time: "time-value", boolean: "boolean-value", string: "string-value" };
    this.value = attribute(kept[this.type as keyof typeof kept] ?? "value");
    this.formula = attribute("formula") !== null;
  }

  open(name: string, attribute: Attribute): void {
    if (name === "p" && this.inParagraph++ === 0 && this.paragraphs++ > 0) this.written += "\n";
    else if (name === "s") this.written += " ".repeat(Math.min(1000, times(attribute, "c")));
    else if (name === "tab") this.written += "\t";
    else if (name === "line-break") this.written += "\n";
  }

  close(name: string): void {
    if (name === "p") this.inParagraph--;
  }

  text(text: string): void {
    if (this.inParagraph > 0) this.written += text;
  }

  made(): Omit<SheetCell, "column"> | null {
    const text = this.said();
    if (text === "" && !this.formula) return null;
    const numeric = /^(float|percentage|currency|time)$/.test(this.type);
    return { text, formula: this.formula, numeric, percent: this.type === "percentage" };
  }

  private said(): string {
    const { value } = this;
    if (value === null) return this.written;
    switch (this.type) {
      case "date":
        return value.replace(/T(\d\d:\d\d)(:\d\d([.,]\d+)?)?Z?$/, (_, clock) => (clock === "00:00" ? "" : ` ${clock}`));
      case "time":
        return daysOf(value);
      case "boolean":
        return value.toUpperCase();
      case "float":
      case "percentage":
      case "currency":
        return Number.isFinite(Number(value)) && value.trim() !== "" ? String(Number(value)) : value;
      default:
        return value;
    }
  }
}

/** A time of day or a span as the part of days that a spreadsheet calculates with: PT12H00M00S is 0.5. */
function daysOf(span: string): string {
  const found = /^(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.,]+)S)?$/.exec(span);
  if (!found) return span;
  const [days, hours, minutes, seconds] = found.slice(2).map((part) => Number((part ?? "0").replace(",", ".")));
  const value = days + hours / 24 + minutes / 1440 + seconds / 86_400;
  return String(Number((found[1] === "-" ? -value : value).toPrecision(15)));
}
