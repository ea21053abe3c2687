import { describe, expect, it } from "vitest";
import { readTable } from "../readTable";
import { bytesSource } from "../source";

const latin = (content: string) => Uint8Array.from(content, (character) => character.charCodeAt(0));

/** The beginnings of files, and what each is called. */
const files: [content: string, what: string][] = [
  ["RIFF\x24\x08\0\0WEBPVP8 ", "a WebP image"],
  ["RIFF\x24\x08\0\0WAVEfmt ", "a sound or a film"],
  ["\0\0\0\x18ftypheic\0\0\0\0", "a film or a photograph"],
  [`BM\x36\x04\0\0\0\0\0\0${"\0".repeat(60)}`, "a bitmap image"],
  ["%!PS-Adobe-3.0\n", "a PostScript document"],
  ["ASCII SPSS PORT FILE", "an SPSS portable file"],
  ["\x89HDF\r\n\x1a\n\0\0", "an HDF5 file"],
  ["\x93NUMPY\x01\0v\0{}", "a NumPy array"],
  ["\x80\x04\x95\x1a\0\0\0\0", "a Python pickle"],
  ["\0\x01\0\0Standard ACE DB\0", "an Access database"],
  ["Obj\x01\x04\x14avro.codec", "an Avro or ORC file"],
  [`cohort.csv${"\0".repeat(247)}ustar\0`, "a tar archive"],
  [`PK\x05\x06${"\0".repeat(18)}`, "an empty ZIP archive"],
  ["\xff\xfe\0\0i\0\0\0d\0\0\0", "text in UTF-32"],
  ['<data>\n<row id="1"/>\n</data>', "an XML document"],
  ["<div>Session expired, please log in</div>", "an XML document"],
  ["[1, 2, 3]", "a JSON document"],
  ['{"id":1,"t":2}\n{"id":2,"t":3}\n', "a JSON document"],
];

describe("a file that is no table", () => {
  it.each(files)("%j is called %s", async (content, what) => {
    const result = await readTable(bytesSource("cohort.csv", latin(content)));
    expect(result.ok ? "opened" : result.problem.message).toContain(what);
  });

  it("is not suspected where markup stands in the cells of a table", async () => {
    const table = "<script>alert(1)</script>,time\n<b>A</b>,3\n<b>B</b>,4\n<b>A</b>,5\n";
    const result = await readTable(bytesSource("cohort.csv", latin(table)));
    expect(result.ok && result.value.rows).toBe(3);
  });
});
