import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { asMarkup } from "../../figure/xmlText";
import { nth } from "../../numeric/nth";
import type { Spoken } from "./slideText";

/** Begins the names of shapes that are put together as the figure of their slide; it is no part of the name then. */
export const inFigure = "in figure: ";

/**
 * The file as the library wrote it, made to follow ECMA-376 and to be read aloud: parts of the presentation in the
 * schema's order, properties once a paragraph, an id of its own for each object, the shapes of the figure as one
 * group with its sentence, tables with theirs, and notes of one paragraph a line. `spoken`: of each slide.
 */
export function soundFile(file: ArrayBuffer, spoken: readonly Spoken[]): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(new Uint8Array(file));
  for (const [name, content] of Object.entries(parts)) {
    const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(name);
    const made = slide
      ? soundSlide(strFromU8(content), nth(spoken, Number(slide[1]) - 1))
      : name === "ppt/presentation.xml"
        ? inOrder(strFromU8(content))
        : /^ppt\/notesSlides\/[^/]+\.xml$/.test(name)
          ? withParagraphs(strFromU8(content))
          : null;
    if (made !== null) parts[name] = strToU8(made);
  }
  return zipSync(parts);
}

function soundSlide(xml: string, spoken: Spoken): string {
  const once = xml.replace(/<a:p>.*?<\/a:p>/gs, onePropertyList);
  return numbered(spokenTables(grouped(once, spoken.figure), spoken.table));
}

/** Of a paragraph of several runs the library writes its properties before each. */
function onePropertyList(paragraph: string): string {
  let seen = false;
  return paragraph.replace(/<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, (properties) => {
    if (seen) return "";
    seen = true;
    return properties;
  });
}

/** The shapes of the figure as one group that says what is seen; each can still be edited by itself. */
function grouped(xml: string, sentence: string): string {
  const shapes = [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].filter(([shape]) => shape.includes(` name="${inFigure}`));
  const [first, last] = [shapes[0], shapes.at(-1)];
  if (!first || !last) return xml;
  const boxes = shapes.map(([shape]) => {
    const [, x, y] = /<a:off x="(-?\d+)" y="(-?\d+)"/.exec(shape) ?? [];
    const [, w, h] = /<a:ext cx="(\d+)" cy="(\d+)"/.exec(shape) ?? [];
    return { x: Number(x), y: Number(y), right: Number(x) + Number(w), bottom: Number(y) + Number(h) };
  });
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
  const [place, size] = [`x="${x}" y="${y}"`, `cx="${right - x}" cy="${bottom - y}"`];
  const head =
    `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="0" name="Figure" descr="${asMarkup(sentence)}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
    `<p:grpSpPr><a:xfrm><a:off ${place}/><a:ext ${size}/><a:chOff ${place}/><a:chExt ${size}/></a:xfrm></p:grpSpPr>`;
  const inside = shapes.map(([shape]) => shape.replace(` name="${inFigure}`, ' name="')).join("");
  return `${xml.slice(0, first.index)}${head}${inside}</p:grpSp>${xml.slice(last.index + last[0].length)}`;
}

const spokenTables = (xml: string, sentence: string) =>
  xml.replace(
    /(<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr\b[^>]*?)\/>/g,
    (_, start: string) => `${start} descr="${asMarkup(sentence)}"/>`,
  );

/** Ids from 1 on, in the order of the file: the library gives tables those of shapes. */
function numbered(xml: string): string {
  let id = 0;
  return xml.replace(/<p:cNvPr id="\d+"/g, () => {
    id++;
    return `<p:cNvPr id="${id}"`;
  });
}

/** The list of note masters stands before that of slides. */
const inOrder = (xml: string): string =>
  xml.replace(/(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s, "$2$1");

/** The library writes notes as one paragraph; each of their lines becomes one of its own. */
function withParagraphs(xml: string): string {
  const next = '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="en-US" dirty="0"/><a:t>';
  return xml.replace(/<a:t>[^<]*/g, (said) => said.replace(/\n+/g, next));
}
