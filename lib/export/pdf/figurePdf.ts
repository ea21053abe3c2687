import { drawingOf, type Paint, type Shape } from "../../figure/drawing";
import type { Outline } from "../../figure/outline";
import { rounded, type SvgElement } from "../../figure/svg";
import { type Cleaner, cleaner } from "../../figure/xmlText";
import { nth } from "../../numeric/nth";
import type { Pictures, TextPicture } from "../pictures";
import { type EmbeddedFont, embeddedFont, lacking } from "./embeddedFont";
import { addMetadata } from "./metadata";
import { PdfFile, pdfText } from "./pdfFile";
import { addStructure, marksOf, type Tag } from "./structure";
import type { TrueTypeFont } from "./trueType";

export { readTrueType } from "./trueType";

export interface PdfRequest {
  tree: SvgElement;
  width: number;
  height: number;
  /**
   * The figure in words, for those who do not see it: the page is one figure. Missing: it is read text by text, and what is
   * drawn beside them is decoration.
   */
  alt?: string;
  /** Its other pages. */
  further?: Page[];
  fonts: { 400: TrueTypeFont; 600: TrueTypeFont };
  /**
   * Draws lines with characters the fonts lack; where nobody draws, each such character is an empty place that still says
   * it.
   */
  picture: Pictures["ofText"] | null;
  title: string;
  /** What the figure was made from: stands in the file's properties. */
  subject: string;
  program: string;
}

type Page = Pick<PdfRequest, "tree" | "width" | "height" | "alt">;

export interface PdfWritten {
  bytes: Uint8Array<ArrayBuffer>;
  /** Characters the font lacks; the lines they stand in are pictures, or they are empty places. */
  lacking: number;
  /** Characters no file may hold. */
  removed: number;
}

/** Points to a pixel of the figure. */
const point = 0.75;

/** The figure as pages of a PDF: outlines stay outlines, texts stay texts in the embedded font. */
export async function figurePdf({ fonts, picture, further = [], ...first }: PdfRequest): Promise<PdfWritten> {
  const file = new PdfFile();
  const faces = {
    400: embeddedFont(file, fonts[400], "Inter-Regular"),
    600: embeddedFont(file, fonts[600], "Inter-SemiBold"),
  };
  const clean = cleaner();
  let missing = 0;
  const pages: PageParts[] = [];
  for (const page of [first, ...further]) pages.push(await partsOf(page));
  faces[400].finish();
  faces[600].finish();
  const info = infoOf(file, first, clean);
  const metadata = addMetadata(file, first, clean);
  return {
    bytes: file.write(addPages(file, faces, pages, metadata), info),
    lacking: missing,
    removed: clean.removed(),
  };

  async function partsOf({ tree, width, height, alt }: Page): Promise<PageParts> {
    const states = new Map<string, string>();
    const images: { name: string; id: number }[] = [];
    const content = [`${point} 0 0 ${-point} 0 ${rounded(height * point)} cm`];
    const marks = marksOf(alt === undefined ? null : clean.text(alt));
    for (const shape of drawingOf(tree)) {
      if (shape.kind === "outline") {
        content.push(marks.drawn(outlineContent(shape.outline, shape.paint, states)));
        continue;
      }
      const text = { ...shape, runs: shape.runs.map((run) => ({ ...run, text: clean.text(run.text) })) };
      const lacked = text.runs.flatMap((run) => lacking(fonts[run.weight], run.text)).length;
      missing += lacked;
      if (lacked === 0 || picture === null) {
        const letters = textContent(text, faces);
        content.push(marks.said(lacked === 0 ? letters : saying(text, letters)));
        continue;
      }
      const image = await picture(text.runs);
      const name = `I${images.length + 1}`;
      images.push({ name, id: addImage(file, image) });
      content.push(marks.said(pictureContent(text, image, name)));
    }
    return { width, height, content: marks.whole(content), states, images, tags: marks.tags() };
  }
}

type TextShape = Shape & { kind: "text" };

const number = (value: number) => String(Math.round(value * 1000) / 1000);

function outlineContent(outline: Outline, paint: Paint, states: Map<string, string>): string {
  if (outline.length === 0 || (!paint.fill && !paint.stroke)) return "";
  const path = outline.map(({ command, to }) => {
    const points = to.map(([x, y]) => `${number(x)} ${number(y)}`).join(" ");
    return command === "Z" ? "h" : `${points} ${command.toLowerCase()}`;
  });
  const look = [stateFor(paint, states)];
  if (paint.fill) look.push(`${rgb(paint.fill)} rg`);
  if (paint.stroke)
    look.push(`${rgb(paint.stroke)} RG ${number(paint.strokeWidth)} w [${paint.dash.map(number).join(" ")}] 0 d`);
  return `q ${look.join(" ")}\n${path.join("\n")}\n${paint.fill && paint.stroke ? "B" : paint.fill ? "f" : "S"} Q`;
}

/** Opacity is a graphics state of its own name. */
function stateFor({ fillOpacity, strokeOpacity }: Paint, states: Map<string, string>): string {
  const key = `/ca ${number(fillOpacity)}/CA ${number(strokeOpacity)}`;
  if (!states.has(key)) states.set(key, `G${states.size + 1}`);
  return `/${states.get(key)} gs`;
}

function rgb(color: string): string {
  return [1, 3, 5].map((at) => number(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(" ");
}

/** How far left of its place a line of such a width begins. */
const shiftOf = (anchor: TextShape["anchor"], width: number) => ({ start: 0, middle: width / 2, end: width })[anchor];

function textContent({ x, y, angle, anchor, runs }: TextShape, faces: Record<400 | 600, EmbeddedFont>): string {
  const widths = runs.map(({ text, size, weight }) => faces[weight].width(text) * size);
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  let along = -shiftOf(
    anchor,
    widths.reduce((sum, width) => sum + width, 0),
  );
  return runs
    .map(({ text, size, weight, fill }, index) => {
      const place = [cos, sin, sin, -cos, x + along * cos, y + along * sin].map(number).join(" ");
      along += widths[index] ?? 0;
      return `BT /F${weight} ${number(size)} Tf ${rgb(fill)} rg ${place} Tm <${faces[weight].encode(text)}> Tj ET`;
    })
    .join("\n");
}

/** The picture in place of the text, which stays readable for search and for screen readers. */
function pictureContent({ x, y, angle, anchor, runs }: TextShape, image: TextPicture, name: string): string {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const left = -shiftOf(anchor, image.width);
  const down = image.height - image.baseline;
  const [originX, originY] = [x + left * cos - down * sin, y + left * sin + down * cos];
  const place = [image.width * cos, image.width * sin, image.height * sin, -image.height * cos, originX, originY];
  return saying({ runs }, `q ${place.map(number).join(" ")} cm /${name} Do Q`);
}

/** Content that shows a text otherwise than by its letters. */
const saying = ({ runs }: Pick<TextShape, "runs">, content: string) =>
  `/Span <</ActualText ${pdfText(runs.map(({ text }) => text).join(""))}>> BDC ${content} EMC`;

function addImage(file: PdfFile, { pixelWidth, pixelHeight, rgba }: TextPicture): number {
  const color = new Uint8Array(3 * pixelWidth * pixelHeight);
  const alpha = new Uint8Array(pixelWidth * pixelHeight);
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    color.set(rgba.subarray(4 * pixel, 4 * pixel + 3), 3 * pixel);
    alpha.set(rgba.subarray(4 * pixel + 3, 4 * pixel + 4), pixel);
  }
  const about = `/Type/XObject/Subtype/Image/Width ${pixelWidth}/Height ${pixelHeight}/BitsPerComponent 8`;
  const mask = file.stream(alpha, `${about}/ColorSpace/DeviceGray`);
  return file.stream(color, `${about}/ColorSpace/DeviceRGB/SMask ${mask} 0 R`);
}

interface PageParts {
  width: number;
  height: number;
  content: string;
  states: Map<string, string>;
  images: { name: string; id: number }[];
  tags: readonly Tag[];
}

/** The catalog of a document of these pages. */
function addPages(
  file: PdfFile,
  faces: Record<400 | 600, EmbeddedFont>,
  parts: readonly PageParts[],
  metadata: number,
): number {
  const streams = parts.map(({ content }) => file.stream(content));
  const pages = file.reserve();
  const kids = parts.map((each, place) => addPage(file, faces, each, nth(streams, place), pages, place));
  file.set(pages, `<</Type/Pages/Kids[${kids.map((id) => `${id} 0 R`).join(" ")}]/Count ${kids.length}>>`);
  const sizes = parts.map(({ width, height, tags }, place) => ({
    page: nth(kids, place),
    tags,
    box: `[0 0 ${number(width * point)} ${number(height * point)}]`,
  }));
  const structure = addStructure(file, sizes);
  return file.add(
    `<</Type/Catalog/Pages ${pages} 0 R/Lang(en)/MarkInfo<</Marked true>>/StructTreeRoot ${structure} 0 R/Metadata ${metadata} 0 R` +
      "/ViewerPreferences<</DisplayDocTitle true>>>>",
  );
}

function addPage(
  file: PdfFile,
  faces: Record<400 | 600, EmbeddedFont>,
  { width, height, states, images }: PageParts,
  stream: number,
  pages: number,
  place: number,
): number {
  const looks = [...states].map(([entries, name]) => `/${name}<<${entries}>>`).join("");
  const pictures = images.map(({ name, id }) => `/${name} ${id} 0 R`).join("");
  return file.add(
    `<</Type/Page/Parent ${pages} 0 R/MediaBox[0 0 ${number(width * point)} ${number(height * point)}]/Contents ${stream} 0 R/StructParents ${place}/Tabs/S` +
      `/Resources<</Font<</F400 ${faces[400].id} 0 R/F600 ${faces[600].id} 0 R>>/ExtGState<<${looks}>>/XObject<<${pictures}>>>>>>`,
  );
}

const infoOf = (
  file: PdfFile,
  { title, subject, program }: Pick<PdfRequest, "title" | "subject" | "program">,
  clean: Cleaner,
) =>
  file.add(
    `<</Title ${pdfText(clean.text(title))}/Subject ${pdfText(clean.text(subject))}/Creator ${pdfText(program)}/Producer ${pdfText(program)}>>`,
  );
