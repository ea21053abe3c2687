import { gzipSync, strToU8 } from "fflate";
import { expect, it } from "vitest";
import { bytesSource } from "../source";
import { packedHead, stacked } from "./stacked";

const maf = (...rows: string[]) =>
  `#version 2.4\n#filedate 20220517\nHugo_Symbol\tTumor_Sample_Barcode\n${rows.join("\n")}`;
const source = (text: string, packed = false) => bytesSource("a.maf", packed ? gzipSync(strToU8(text)) : strToU8(text));
const textOf = async (...sources: ReturnType<typeof source>[]) => {
  const made = await stacked(sources, /^(gene|sample)$/);
  return made.ok ? made.value.parts.map((part) => new TextDecoder().decode(part)).join("") : made.problem.code;
};

it("files of the same columns become one: the first as it is, the rows of the others, packed or not, with or without a last line end", async () => {
  expect(
    await textOf(
      source(maf("TP53\tS1")),
      source(maf("RB1\tS2\n"), true),
      source(maf()),
      source(maf("NF1\tS3", "ATRX\tS3\n")),
    ),
  ).toBe(maf("TP53\tS1", "RB1\tS2", "NF1\tS3", "ATRX\tS3\n"));
});

it("a file without rows, or without a line end after its header, adds nothing", async () => {
  expect(await textOf(source("a\tb\n1\t2\n"), source("a\tb"), source("\n\na\tb\r\n3\t4\r\n"))).toBe(
    "a\tb\n1\t2\n3\t4\r\n",
  );
});

it("a damaged packed file is refused", async () => {
  const damaged = bytesSource("b.maf.gz", gzipSync(strToU8(maf("TP53\tS1"))).subarray(0, 30));
  expect((await stacked([source(maf("RB1\tS2")), damaged], /./)).ok).toBe(false);
});

it("of more than forty columns those that are asked for are kept, and how many of how many is said", async () => {
  const names = ["gene", ...Array.from({ length: 50 }, (_, place) => `annotation${place}`), "sample"];
  const row = (gene: string, sample: string) => [gene, ...Array(50).fill("x"), sample].join("\t");
  const one = source(`#v\n${names.join("\t")}\r\n${row("TP53", "S1")}\r\n`);
  const other = source(`${names.join("\t")}\n${row("RB1", "S2")}`);
  expect(await textOf(one, other)).toBe("gene\tsample\nTP53\tS1\nRB1\tS2\n");
  const made = await stacked([one, other], /^(gene|sample)$/);
  expect(made.ok && made.value.kept).toEqual({ columns: 2, of: 52 });
});

it("the beginning of a packed text is that of the text, and none of one that is not packed", async () => {
  expect(await packedHead(source(maf("TP53\tS1"), true))).toBe(maf("TP53\tS1"));
  expect(await packedHead(source(maf("TP53\tS1")))).toBeNull();
});

it("a file of other columns, or of the same in another order, is refused by its place", async () => {
  const first = source("gene\tsample\nTP53\tS1\n");
  const other = async (header: string) => {
    const made = await stacked([first, first, source(`${header}\nS2\tRB1\n`)], /./);
    return made.ok || made.problem.message;
  };
  expect(await other("sample\tgene")).toBe(
    "File 3 of those to be read as one has other columns than the first, or in another order.",
  );
  expect(await other("gene\tsample\r")).toBe(true);
});
