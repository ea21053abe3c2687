import { describe } from "vitest";
import { bytesOf, cohort, csv, springs, twenty } from "./check";

/** Names as Python 3.11 writes them: "…".encode("gb18030").hex() and so on. */
const written = {
  gb18030: ["b1e0bac5", "b6d4d5d5d7e9", "cad4d1e9d7e9"],
  big5: ["bd73b8b9", "b9efb7d3b2d5", "b8d5c5e7b2d5"],
  "euc-jp": ["b4b5bcd4", "c2d0bec8b7b2", "bbeeb8b3b7b2a5e9a5d9a5eb"],
  shift_jis: ["8ab38ed2", "91ce8fc68c51", "8e8e8cb18c51"],
  "euc-kr": ["b9f8c8a3", "b4ebc1b6b1ba", "bdc3c7e8b1ba"],
  "windows-1251": ["e8e4", "eaeeedf2f0eeebfc", "eef0fbf2"],
  "windows-1253": ["eaf9e4", "c1e8deede1", "d0dcf4f1e1"],
  "windows-1250": ["e86173", "506c7a65f2", "8eefe172"],
  macintosh: ["6964", "507269666172 6d9f".replace(" ", ""), "5a9f72696368"],
  "iso-8859-15": ["6964", "3520a4", "e9743d"],
};

const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const joined = (...pieces: Uint8Array[]) => new Uint8Array(Buffer.concat(pieces));

/** A cohort whose first name and arms are these bytes. */
function cohortOf([name, one, other]: readonly string[]): Uint8Array {
  const rows = twenty(one, other).map((arm, row) =>
    joined(bytesOf(`P${row},`), fromHex(arm), bytesOf(`,${row}.5,${row % 2}\n`)),
  );
  return joined(fromHex(name), bytesOf(",arm,months,event\n"), ...rows);
}

const utf16 = (text: string, big: boolean) =>
  Uint8Array.from(
    [...text].flatMap((letter) =>
      big
        ? [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255]
        : [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8],
    ),
  );
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const plain = csv(cohort("arm", twenty("A", "B")));

describe("letters beyond ASCII", () => {
  springs([
    ...Object.entries(written).map(([encoding, names]) => ({
      it: `are taken for ${encoding}, which is said`,
      file: cohortOf(names),
      rows: 20,
      reading: { encoding },
      says: { "encoding-guessed": 1 },
    })),
    {
      it: "are those of UTF-16 without a mark",
      file: utf16(plain, false),
      rows: 20,
      reading: { encoding: "utf-16le" },
      says: { "encoding-guessed": 1 },
    },
    {
      it: "are those of UTF-16 the other way round",
      file: utf16(plain, true),
      rows: 20,
      reading: { encoding: "utf-16be" },
    },
    {
      it: "are cut off at the end of a file, which is said",
      file: joined(latin("\xff\xfe"), utf16(plain, false), latin("\n")),
      rows: 20,
      says: { "file-cut-off": 1 },
    },
    {
      it: "are typographic marks and the euro of Windows",
      file: latin(csv(cohort("note", twenty("\x93gut\x94", "5 \x80", "it\x92s", "na\xefve")))),
      rows: 20,
      reading: { encoding: "windows-1252" },
    },
    { it: "may come late", file: latin(`${plain.repeat(300)}P9,M\xfcnchen,1.5,1\n`), says: { "encoding-guessed": 1 } },
    {
      it: "garbled by an earlier program are named",
      file: csv(cohort("site", twenty("MÃ¼nchen", "Bonn"))),
      says: { "garbled-letters": [1, 3, 5, 7, 9, 11, 13, 15, 17, 19] },
    },
    {
      it: "lost by an earlier program are named",
      file: csv(cohort("site", twenty("M\ufffdnchen", "Bonn", "Köln", "Ulm"))),
      says: { "replacement-characters": [1, 5, 9, 13, 17] },
    },
    {
      it: "of two encodings in one file are named",
      file: joined(bytesOf("id,site,months\n1,München,3\n"), latin("2,K\xf6ln,4\n3,Bonn,5\n")),
      rows: 3,
      says: { "encoding-guessed": 1, "garbled-letters": [1] },
    },
    {
      it: "may stand behind two marks",
      file: joined(latin("\xef\xbb\xbf\xef\xbb\xbf"), bytesOf(plain)),
      rows: 20,
      columns: { id: "category 20 0 0" },
    },
    {
      it: "are not read where the encoding asked for has none such",
      file: latin(csv(cohort("site", twenty("M\xfcnchen")))),
      options: { encoding: "utf-8" },
      refused: "encoding-wrong",
    },
  ]);
});
