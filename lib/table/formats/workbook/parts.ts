import { failed, ok, problem, type Result } from "../../../result";
import { hasDoctype, walkXml } from "./xml";
import { damaged, type Zip } from "./zip";

export interface SheetEntry {
  name: string;
  path: string;
  hidden: boolean;
}

/** What the workbook says of itself. */
export interface Contents {
  sheets: SheetEntry[];
  system: 1900 | 1904;
  stylesPath: string | null;
  stringsPath: string | null;
}

/** A part of the workbook as text. A document type declaration refuses the whole. */
export async function partText(zip: Zip, path: string, file: string): Promise<Result<string>> {
  const bytes = await zip.unpack(path);
  if (!bytes.ok) return bytes;
  const [first, second] = bytes.value;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes.value);
  if (!hasDoctype(text)) return ok(text);
  return failed(
    problem(
      "xml-dtd",
      `“${file}” contains a DOCTYPE, which workbooks never need, and is not opened.`,
      "Open it in Excel and save it anew, or save the table as CSV.",
    ),
  );
}

/** The sheets and where their parts are, by the workbook and its relations. */
export async function readContents(zip: Zip, file: string): Promise<Result<Contents>> {
  const path = zip.names.find((name) => /(^|\/)workbook\.xml$/.test(name));
  if (path === undefined) return failed(damaged(file));
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const relations = await partText(zip, `${folder}_rels/workbook.xml.rels`, file);
  if (!relations.ok) return relations;
  const workbook = await partText(zip, path, file);
  if (!workbook.ok) return workbook;
  const targets = relationTargets(relations.value, folder);
  const contents: Contents = { sheets: [], system: 1900, stylesPath: null, stringsPath: null };
  for (const { target, type } of targets.values()) {
    if (type.endsWith("/styles")) contents.stylesPath = target;
    if (type.endsWith("/sharedStrings")) contents.stringsPath = target;
  }
  walkXml(workbook.value, {
    open(name, attribute) {
      if (name === "workbookPr" && /^(1|true)$/.test(attribute("date1904") ?? "")) contents.system = 1904;
      if (name !== "sheet") return;
      const relation = targets.get(attribute("id") ?? "");
      if (!relation?.type.endsWith("/worksheet")) return;
      contents.sheets.push({
        name: attribute("name") ?? "",
        path: relation.target,
        hidden: /hidden/i.test(attribute("state") ?? ""),
      });
    },
  });
  return ok(contents);
}

function relationTargets(xml: string, folder: string): Map<string, { target: string; type: string }> {
  const targets = new Map<string, { target: string; type: string }>();
  walkXml(xml, {
    open(name, attribute) {
      if (name !== "Relationship" || attribute("TargetMode") === "External") return;
      const target = attribute("Target") ?? "";
      const whole = target.startsWith("/") ? target.slice(1) : folder + target;
      targets.set(attribute("Id") ?? "", {
        target: whole.replace(/(?<![^/])[^/]+\/\.\.\//g, ""),
        type: attribute("Type") ?? "",
      });
    },
  });
  return targets;
}
