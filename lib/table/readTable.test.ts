import { readFileSync } from "node:fs";
import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { isHeavy } from "./formats/heavy";
import { readHeavyTable } from "./readHeavyTable";
import { readTable } from "./readTable";
import { bytesSource, fileSource, type Source } from "./source";

const bytes = (content: string) => Uint8Array.from(content, (character) => character.charCodeAt(0));
const source = (content: string | Uint8Array, name = "cohort.csv") =>
  bytesSource(name, typeof content === "string" ? bytes(content) : content);

async function sentence(content: string | Uint8Array): Promise<string> {
  const result = await readTable(source(content));
  return result.ok ? "opened" : result.problem.message;
}

describe("readTable", () => {
  it("recognises by content what is no table, and says what it is", async () => {
    const cases: [content: string, words: string][] = [
      ["\x89PNG\r\n\x1a\n\0\0", "a PNG image"],
      ["\xff\xd8\xff\xe0", "a JPEG image"],
      ["%PDF-1.7\n", "a PDF document"],
      ["\n<!doctype html><title>Login</title>", "a web page"],
      ["<html><body>502</body></html>", "a web page"],
      ["<?xml version='1.0'?><data/>", "an XML document"],
      ['{"id": 1}', "a JSON document"],
      ['[{"id": 1}]', "a JSON document"],
      ["{\\rtf1 x}", "a rich text document"],
      ["X\n\0\0\0\x03", "an R data file"],
      ["SQLite format 3\0", "an SQLite database"],
      [`${"\x01\x02\x03\0".repeat(50)}`, "no text and no format known here"],
    ];
    for (const [content, words] of cases) expect(await sentence(content)).toContain(words);
  });

  it("opens text that only looks a little like something else", async () => {
    for (const content of [
      "BMI,time\n22,5\n",
      "PKID;x\n1;2\n",
      "[id],time\n1,5\n",
      "GIFT,x\n1,2\n",
      "<5,time\na,1\n",
      "MZ,x\n1,2\n",
    ]) {
      expect(await sentence(content), content).toBe("opened");
    }
  });

  it("says where the name promises another format, and nothing where it keeps its promise", async () => {
    const parquet = new Uint8Array(readFileSync(new URL("./formats/fixtures/snappy.parquet", import.meta.url)));
    const cases: [name: string, content: string | Uint8Array, said: string | undefined][] = [
      ["a.csv", parquet, "“a.csv” is named like delimited text and is a Parquet file; it is read as what it is."],
      [
        "a.xlsx",
        "id,time\n1,5\n",
        "“a.xlsx” is named like an Excel workbook and is delimited text; it is read as what it is.",
      ],
      [
        "a.csv.gz",
        gzipSync(parquet),
        "“a.csv.gz” is named like delimited text and is a Parquet file; it is read as what it is.",
      ],
      ["a.parquet", parquet, undefined],
      ["a.txt", "id,time\n1,5\n", undefined],
      ["a.maf.gz", gzipSync(strToU8("id,time\n1,5\n")), undefined],
      ["a", parquet, undefined],
    ];
    for (const [name, content, said] of cases) {
      const result = await readHeavyTable(source(content, name));
      expect(result.ok && result.value.notices.find(({ code }) => code === "named-otherwise")?.message, name).toBe(
        said,
      );
    }
  });

  it("takes what is packed with gzip to its own reader", async () => {
    const parquet = new Uint8Array(readFileSync(new URL("./formats/fixtures/snappy.parquet", import.meta.url)));
    const packed = source(gzipSync(parquet), "a.parquet.gz");
    expect(await isHeavy(packed)).toBe(true);
    expect(await readHeavyTable(packed)).toMatchObject({
      ok: true,
      value: { reading: { format: "parquet", packed: "gzip" } },
    });
    expect(await isHeavy(source(gzipSync(strToU8("id,time\n1,5\n"))))).toBe(false);
    expect(await isHeavy(source(gzipSync(strToU8("id,time\n1,5\n")).slice(0, 15)))).toBe(false);
  });

  it("unpacks gzip, and looks at what is inside", async () => {
    const packed = await readTable(source(gzipSync(strToU8("id,time\n1,5\n"))));
    expect(packed).toMatchObject({ ok: true, value: { rows: 1, reading: { packed: "gzip", format: "delimited" } } });
    expect(await sentence(gzipSync(bytes("RDX3\nX\n\0\0\0\x03")))).toContain("an R data file");
    expect(await sentence(gzipSync(gzipSync(strToU8("id,time\n1,5\n"))))).toContain("packed twice");
    expect(await sentence(gzipSync(strToU8("id,time\n1,5\n")).slice(0, 20))).toContain("damaged");
    expect(await sentence(gzipSync(new Uint8Array(30 << 20)))).toContain("far more than its size");
  });

  it("rejects as the source does when a packed file is cancelled", async () => {
    const packed = gzipSync(strToU8("id,time\n1,5\n"));
    const cancelled = new Error("cancelled");
    let reads = 0;
    const broken: Source = {
      ...source(packed),
      read: (start, end) => (reads++ === 0 ? source(packed).read(start, end) : Promise.reject(cancelled)),
    };
    await expect(readTable(broken)).rejects.toBe(cancelled);
  });

  it("reads a file of the page", async () => {
    const file = Object.assign(new Blob(["id,time\n1,5\n"]), { name: "cohort.csv" });
    expect(await readTable(fileSource(file))).toMatchObject({ ok: true, value: { rows: 1 } });
  });
});

describe("heavy formats", () => {
  it("are told by their first bytes", async () => {
    expect(await isHeavy(source(zipSync({ a: bytes("x") })))).toBe(true);
    expect(await isHeavy(source("PAR1xx"))).toBe(true);
    expect(await isHeavy(source("id,time\n"))).toBe(false);
    expect(await isHeavy(source(""))).toBe(false);
  });

  it("are refused by readTable and read by readHeavyTable, which reads the others too", async () => {
    const archive = zipSync({ "cohort.csv": strToU8("id,time\n1,5\n") });
    expect(await readTable(source(archive))).toMatchObject({ ok: false, problem: { code: "format-heavy" } });
    expect(await readHeavyTable(source(archive))).toMatchObject({ ok: true, value: { rows: 1 } });
    expect(await readHeavyTable(source("id,time\n1,5\n"))).toMatchObject({ ok: true, value: { rows: 1 } });
  });
});
