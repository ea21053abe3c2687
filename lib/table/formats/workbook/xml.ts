/** What a walk through a document meets, in order. Names are without their prefix. */
export interface XmlVisitor {
  open?(name: string, attribute: (name: string) => string | null): void;
  close?(name: string): void;
  text?(text: string): void;
}

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** A document type declaration, which workbooks never need and which can make a reader fetch files or burst. */
export function hasDoctype(xml: string): boolean {
  const root = xml.search(/<[A-Za-z_]/);
  return /<!(DOCTYPE|ENTITY)/i.test(root < 0 ? xml : xml.slice(0, root));
}

/**
 * Walks through the tags and texts of a document without building a tree. Entities other than the five of XML and
 * numbers stay as written.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf("<", at);
    if (open < 0) break;
    if (open > at) visitor.text?.(unescaped(xml.slice(at, open)));
    at = tag(xml, open, visitor);
  }
}

function tag(xml: string, open: number, visitor: XmlVisitor): number {
  if (xml.startsWith("<!--", open)) return after(xml, "-->", open);
  if (xml.startsWith("<![CDATA[", open)) {
    const end = after(xml, "]]>", open);
    visitor.text?.(xml.slice(open + 9, end - 3));
    return end;
  }
  const next = xml.charCodeAt(open + 1);
  if (next === 63 || next === 33) return after(xml, ">", open);
  const end = closing(xml, open);
  if (next === 47) visitor.close?.(localName(xml.slice(open + 2, end).trimEnd()));
  else {
    const empty = xml.charCodeAt(end - 1) === 47;
    const inside = xml.slice(open + 1, empty ? end - 1 : end);
    const name = localName(/^[^\s/]+/.exec(inside)?.[0] ?? "");
    visitor.open?.(name, (wanted) => attributeOf(inside, wanted));
    if (empty) visitor.close?.(name);
  }
  return end + 1;
}

/** Where the tag ends; ">" may stand in an attribute. */
function closing(xml: string, open: number): number {
  let end = xml.indexOf(">", open);
  if (end < 0) return xml.length;
  const quote = xml.indexOf('"', open);
  if (quote < 0 || quote > end) return end;
  let quoted = "";
  for (end = open; end < xml.length; end++) {
    const character = xml[end];
    if (quoted !== "") quoted = character === quoted ? "" : quoted;
    else if (character === '"' || character === "'") quoted = character;
    else if (character === ">") return end;
  }
  return end;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

function attributeOf(inside: string, wanted: string): string | null {
  // In most tags the name stands right before a value in double quotes, which can hold no such mark itself.
  if (!inside.includes("'")) {
    const mark = ` ${wanted}="`;
    const start = inside.indexOf(mark);
    if (start >= 0) return unescaped(inside.slice(start + mark.length, inside.indexOf('"', start + mark.length)));
    if (!inside.includes(wanted)) return null;
  }
  const attribute = /(?<![^\s=/"'])([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>/]+))/g;
  for (let found = attribute.exec(inside); found; found = attribute.exec(inside)) {
    if (localName(found[1]) === wanted) return unescaped(found[2] ?? found[3] ?? found[4]);
  }
  return null;
}

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[\da-fA-F]{1,6}|#\d{1,7}|[a-z]+);/g, (whole, name: string) => {
    if (name[0] !== "#") return entities.get(name) ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
