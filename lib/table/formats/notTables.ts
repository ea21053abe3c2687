import { type Problem, problem } from "../../result";
import { beginsWith } from "./bytes";

/** Files that are no table the program can read, each with its own sentence. */
interface NotTable {
  code: string;
  what: string;
  hint: string;
  matches(head: Uint8Array, text: string): boolean;
}

const asTable = "Save the table as CSV or as an Excel workbook (.xlsx) and open that.";
const notTable = (what: string, matches: NotTable["matches"], hint = asTable, code = "not-a-table"): NotTable => ({
  code,
  what,
  hint,
  matches,
});
const begins = (characters: string) => (head: Uint8Array) => beginsWith(head, characters);
const says = (words: RegExp) => (_: Uint8Array, text: string) => words.test(text);

const unpackIt = "Unpack it and open the table inside. From R, save it again without compress = “bzip2” or “xz”.";

const notTables: readonly NotTable[] = [
  notTable("a PNG image", begins("\x89PNG")),
  notTable("a JPEG image", begins("\xff\xd8\xff")),
  notTable("a GIF image", begins("GIF8")),
  notTable("a bitmap image", (head) => beginsWith(head, "BM") && beginsWith(head, "\0\0\0\0", 6)),
  notTable("a WebP image", (head) => beginsWith(head, "RIFF") && beginsWith(head, "WEBP", 8)),
  notTable(
    "a sound or a film",
    (head) => beginsWith(head, "RIFF") || beginsWith(head, "ID3") || beginsWith(head, "OggS"),
  ),
  notTable("a film or a photograph", (head) => beginsWith(head, "ftyp", 4)),
  notTable("a TIFF image", (head) => beginsWith(head, "II*\0") || beginsWith(head, "MM\0*")),
  notTable("a DICOM image", (head) => beginsWith(head, "DICM", 128)),
  notTable("an SVG drawing", says(/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i)),
  notTable("a PDF document", begins("%PDF-"), "Ask for the table behind it, as CSV or as an Excel workbook."),
  notTable(
    "a web page, perhaps of an error or a login",
    says(/^\s*(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body)[\s>]/i),
    "Fetch the file itself again.",
  ),
  notTable("an XML document", (_, text) => /^\s*<\?xml[\s>]/i.test(text) || isMarkup(text)),
  notTable("a JSON document", (_, text) => isJson(text), "If it is a board, open it as a board."),
  notTable(
    "a series matrix of GEO, whose samples stand side by side instead of below each other",
    says(/^!(Series|Sample)_\w+\t/),
    "In R: write.csv(Biobase::pData(GEOquery::getGEO(filename = “…”)), “samples.csv”) gives the table of its samples.",
  ),
  notTable(
    "a pointer of Git LFS in place of the file itself",
    says(/^version https:\/\/git-lfs\.github\.com\/spec\//),
    "Fetch the file: git lfs pull in the copy of its repository, or download it from its page.",
  ),
  notTable("a PostScript document", begins("%!PS")),
  notTable("a rich text document", begins("{\\rtf")),
  notTable("an SPSS portable file (.por)", begins("ASCII SPSS PORT FILE"), "In SPSS or R (haven), save it as CSV."),
  notTable("a MATLAB file", begins("MATLAB 5.0 MAT-file"), "In MATLAB, use writetable()."),
  notTable("an HDF5 file", begins("\x89HDF\r\n\x1a\n"), "Write the table in it as CSV or as Parquet."),
  notTable("a NumPy array", begins("\x93NUMPY"), "In Python, write it with pandas.DataFrame.to_csv()."),
  notTable(
    "a Python pickle",
    (head) => head[0] === 0x80 && head[1] >= 2 && head[1] <= 5 && head[2] > 0x20,
    "In Python, write it with pandas.DataFrame.to_csv().",
  ),
  notTable(
    "an Access database",
    (head) => beginsWith(head, "Standard Jet DB", 4) || beginsWith(head, "Standard ACE DB", 4),
    "In Access, export the table as an Excel workbook.",
  ),
  notTable(
    "an Avro or ORC file",
    (head) => beginsWith(head, "Obj\x01") || beginsWith(head, "ORC"),
    "Save it as Parquet or CSV.",
  ),
  notTable(
    "a SAS catalog of formats (.sas7bcat), which holds what values mean and no patients",
    (head) => beginsWith(head, "\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x63"),
    "Open the data set (.sas7bdat). To give it these labels, in R: haven::read_sas(“….sas7bdat”, “….sas7bcat”) |> haven::as_factor() |> write.csv(“….csv”); or say them in a code book.",
  ),
  notTable(
    "a SAS library packed with PROC CPORT",
    begins("**COMPRESSED**"),
    "In SAS, write it with the XPORT engine or as CSV.",
  ),
  notTable("an SQLite database", begins("SQLite format 3\0")),
  notTable(
    "an Arrow or Feather file",
    (head) => beginsWith(head, "ARROW1") || beginsWith(head, "FEA1"),
    "Save it as Parquet or CSV.",
  ),
  notTable(
    "text in UTF-32",
    (head) => beginsWith(head, "\xff\xfe\0\0") || beginsWith(head, "\0\0\xfe\xff"),
    "Save it as UTF-8.",
  ),
  notTable("an empty ZIP archive", begins("PK\x05\x06")),
  notTable("a tar archive", (head) => beginsWith(head, "ustar", 257), "Unpack it and open the table inside."),
  notTable("a 7z archive", begins("7z\xbc\xaf\x27\x1c"), "Unpack it and open the table inside."),
  notTable("a RAR archive", begins("Rar!\x1a\x07"), "Unpack it and open the table inside."),
  notTable("a file packed with bzip2", begins("BZh"), unpackIt),
  notTable("a file packed with xz", begins("\xfd7zXZ\0"), unpackIt),
  notTable("a file packed with Zstandard", begins("\x28\xb5\x2f\xfd"), "Unpack it and open the table inside."),
  notTable("a program", (head) => beginsWith(head, "MZ\x90\0") || beginsWith(head, "\x7fELF")),
  notTable("no text and no format known here", isBinary),
];

/** Why the file is no table, or null when it may be one. */
export function whyNoTable(name: string, head: Uint8Array): Problem | null {
  const text = latinHead(head, 1000);
  const found = notTables.find(({ matches }) => matches(head, text));
  return found ? notATable(name, found.what, found.hint, found.code) : null;
}

/** Says what the file is that is no table. */
export function notATable(name: string, what: string, hint = asTable, code = "not-a-table"): Problem {
  const verb = what.startsWith("no ") ? "holds" : "is";
  return problem(code, `“${name}” ${verb} ${what}${verb === "is" ? ", not a table" : ""}.`, hint);
}

/** The first bytes as text, without the mark of UTF-8. */
export const latinHead = (head: Uint8Array, length: number): string =>
  new TextDecoder("latin1").decode(head.subarray(0, length)).replace(/^\xef\xbb\xbf/, "");

/** Whether a text begins as a JSON document does. */
export function isJson(text: string): boolean {
  return (
    /^\s*\{\s*("[^"]*"\s*:|\})/.test(text) ||
    /^\s*\[\s*[[{]/.test(text) ||
    /^\s*\[(\s*("[^"]*"|-?[\d.]+(?![\d.])|null)\s*(,|(?![\s,])))*\]\s*$/.test(text)
  );
}

/** The first line and the last are tags from end to end. */
function isMarkup(text: string): boolean {
  const lines = text.split(/[\r\n]+/).flatMap((line) => line.trim() || []);
  return text.includes("</") && /^<[A-Za-z].*>$/.test(lines[0]) && /^<.*>$/.test(lines[lines.length - 1]);
}

/**
 * Control characters other than blanks, line ends and a few NULs: more than one in twenty bytes, where the text is no
 * UTF-16.
 */
function isBinary(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  let control = 0;
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) {
    const byte = head[at];
    if (byte === 0) zeros[at % 2]++;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) control++;
  }
  const wide =
    Math.max(zeros[0], zeros[1]) > 0.2 * head.length &&
    Math.min(zeros[0], zeros[1]) < 0.05 * head.length &&
    control === 0;
  return !wide && control + zeros[0] + zeros[1] > 0.05 * head.length;
}
