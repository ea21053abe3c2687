import { nth } from "../../numeric/nth";
import { type PdfFile, pdfText } from "./pdfFile";

/** A marked part of a page's content, in the order of its number on the page: a figure with its words, or a text. */
export type Tag = { kind: "figure"; alt: string } | { kind: "text" };

/**
 * How the content of a page is marked. With `alt` all of it is one figure; without, each text is a paragraph and the rest is no
 * content (an artifact). Source: ISO 32000-1:2008, 14.6 to 14.8.
 */
export function marksOf(alt: string | null) {
  const tags: Tag[] = alt === null ? [] : [{ kind: "figure", alt }];
  return {
    drawn: (content: string) => (alt !== null || content === "" ? content : `/Artifact BMC ${content} EMC`),
    said(content: string) {
      if (alt !== null) return content;
      tags.push({ kind: "text" });
      return `/P <</MCID ${tags.length - 1}>> BDC ${content} EMC`;
    },
    /** The first line is the scale of the page. */
    whole([scale = "", ...content]: readonly string[]) {
      const body = content.join("\n");
      return alt === null ? `${scale}\n${body}` : `${scale}\n/Figure <</MCID 0>> BDC\n${body}\nEMC`;
    },
    tags: (): readonly Tag[] => tags,
  };
}

/** The tree of what the pages hold, in the order in which it is read; its number. */
export function addStructure(
  file: PdfFile,
  pages: readonly { page: number; tags: readonly Tag[]; box: string }[],
): number {
  const root = file.reserve();
  const document = file.reserve();
  const elements = pages.map(({ page, tags, box }) =>
    tags.map((tag, mark) => {
      const at = `/Type/StructElem/P ${document} 0 R/Pg ${page} 0 R/K ${mark}`;
      if (tag.kind === "text") return file.add(`<<${at}/S/P>>`);
      return file.add(`<<${at}/S/Figure/Alt ${pdfText(tag.alt)}/A<</O/Layout/Placement/Block/BBox${box}>>>>`);
    }),
  );
  const references = (ids: readonly number[]) => ids.map((id) => `${id} 0 R`).join(" ");
  file.set(document, `<</Type/StructElem/S/Document/P ${root} 0 R/K[${references(elements.flat())}]>>`);
  const parents = pages.map((_, place) => `${place} [${references(nth(elements, place))}]`).join(" ");
  file.set(
    root,
    `<</Type/StructTreeRoot/K ${document} 0 R/ParentTree<</Nums[${parents}]>>/ParentTreeNextKey ${pages.length}>>`,
  );
  return root;
}
