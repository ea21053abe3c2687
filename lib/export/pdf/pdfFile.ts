import { zlibSync } from "fflate";

/** Collects the numbered objects of a PDF and writes the file. Source: ISO 32000-1:2008, 7.5. */
export class PdfFile {
  private readonly objects: Uint8Array[] = [];

  /** Keeps a number for an object that others refer to before it is known. */
  reserve(): number {
    this.objects.push(new Uint8Array());
    return this.objects.length;
  }

  add(content: string): number {
    const id = this.reserve();
    this.set(id, content);
    return id;
  }

  set(id: number, content: string): void {
    this.objects[id - 1] = latin(content);
  }

  /** A compressed stream; `entries` are those of its dictionary beside length and filter. */
  stream(data: Uint8Array | string, entries = ""): number {
    const packed = zlibSync(typeof data === "string" ? latin(data) : data, { level: 9 });
    const head = latin(`<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`);
    this.objects.push(concat([head, packed, latin("\nendstream")]));
    return this.objects.length;
  }

  /** A stream that programs which know no PDF can read. */
  plainStream(data: Uint8Array, entries: string): number {
    this.objects.push(concat([latin(`<<${entries}/Length ${data.length}>>\nstream\n`), data, latin("\nendstream")]));
    return this.objects.length;
  }

  write(root: number, info: number): Uint8Array<ArrayBuffer> {
    const head = latin("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    const parts = [head];
    const offsets: number[] = [];
    let at = head.length;
    this.objects.forEach((content, index) => {
      const object = concat([latin(`${index + 1} 0 obj\n`), content, latin("\nendobj\n")]);
      offsets.push(at);
      at += object.length;
      parts.push(object);
    });
    const size = this.objects.length + 1;
    const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    parts.push(
      latin(
        `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root ${root} 0 R/Info ${info} 0 R>>\nstartxref\n${at}\n%%EOF\n`,
      ),
    );
    return concat(parts);
  }
}

/** A text of any characters, as UTF-16 with its mark. */
export const pdfText = (text: string): string => `<FEFF${utf16(text)}>`;

export const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, "0")).join("");

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function concat(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
