import { strToU8, zipSync } from "fflate";

/** A workbook of these sheets, rows of texts and numbers; null leaves a cell out. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>,
): Uint8Array {
  const names = Object.keys(sheets);
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const cell = (value: string | number | null) =>
    value === null ? "<c/>" : typeof value === "number" ? `<c><v>${value}</v></c>` : inline(escaped(value));
  const parts = Object.fromEntries(
    names.map((name, place) => [
      `xl/worksheets/s${place}.xml`,
      `<worksheet><sheetData>${(sheets[name] ?? []).map((row) => `<row>${row.map(cell).join("")}</row>`).join("")}</sheetData></worksheet>`,
    ]),
  );
  const sheet = (name: string, place: number) =>
    `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="r${place}"/>`;
  const relation = (_: string, place: number) =>
    `<Relationship Id="r${place}" Type="http://x/worksheet" Target="worksheets/s${place}.xml"/>`;
  const all = {
    "xl/workbook.xml": `<workbook><sheets>${names.map(sheet).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names.map(relation).join("")}</Relationships>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, xml]) => [path, strToU8(xml)])));
}

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
