import type { Cleaner } from "../../figure/xmlText";
import type { PdfFile } from "./pdfFile";

/**
 * What the file says of itself in XMP: title, what it was made from, and by which program; no day, so that the same figure is the
 * same file. Its number. Source: ISO 16684-1:2019.
 */
export function addMetadata(
  file: PdfFile,
  { title, subject, program }: { title: string; subject: string; program: string },
  { markup }: Cleaner,
): number {
  const inEnglish = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${markup(text)}</rdf:li></rdf:Alt>`;
  const xmp = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title>${inEnglish(title)}</dc:title>
<dc:description>${inEnglish(subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${markup(program)}</pdf:Producer>
<xmp:CreatorTool>${markup(program)}</xmp:CreatorTool>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
  return file.plainStream(new TextEncoder().encode(xmp), "/Type/Metadata/Subtype/XML");
}
