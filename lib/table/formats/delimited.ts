import { failed, ok, type Problem, problem, type Result } from "../../result";
import { refusal } from "../refusal";
import { bytesSource, type Source } from "../source";
import type { ReadingChoice, ReadingOptions, Table } from "../table";
import { type DecodingFault, type Encoding, firstEncoding } from "./delimited/encoding";
import { fixedWidth } from "./delimited/fixedWidth";
import { legacyEncoding } from "./delimited/legacyEncoding";
import type { Outcome, Pass, SliceSizes } from "./delimited/pass";
import { readOnce } from "./delimited/readOnce";
import type { Quotes } from "./delimited/records";
import type { Format, ReadProgress } from "./format";

export const delimited: Format = {
  id: "delimited",
  label: "delimited text",
  endings: ["csv", "tsv", "txt", "tab", "dat"],
  matches: () => true,
  async read(source, options, onProgress) {
    const isTold = options.separator !== undefined || options.encoding !== undefined || options.header === 0;
    const fixed = isTold ? null : await fixedWidth(source);
    if (!fixed) return readDelimited(source, options, onProgress);
    const withTabs = bytesSource(source.name, new TextEncoder().encode(fixed.text));
    const read = await readDelimited(withTabs, { ...options, separator: "\t" }, onProgress);
    if (!read.ok) return read;
    const { reading, notices } = read.value;
    return ok({ ...read.value, reading: { ...reading, separator: " " }, notices: [...fixed.notices, ...notices] });
  },
};

const usualSizes: SliceSizes = { slice: 4 << 20, sample: 1 << 20 };

/**
 * Reads delimited text as a stream of slices straight into typed columns. The file is read again where the whole of it
 * disproves a first choice: bytes that are not UTF-8, quotation marks that do not close, late texts in a column of
 * numbers.
 */
export async function readDelimited(
  source: Source,
  options: ReadingOptions,
  onProgress: (progress: ReadProgress) => void,
  sizes = usualSizes,
): Promise<Result<Table>> {
  if (source.size === 0)
    return failed(problem("empty-file", `“${source.name}” is empty (0 bytes).`, "Export it again."));
  const known = options.encoding === undefined || isEncoding(options.encoding);
  if (!known)
    return failed(
      refusal("encoding-unknown", `“${options.encoding}” is no text encoding.`, "Choose one from the list.", [findOut]),
    );
  const head = await source.read(0, Math.min(source.size, 1 << 16));
  const first = firstEncoding(head);
  const encoding = options.encoding ? { ...first, label: options.encoding, guessed: false } : first;
  let pass: Pass = {
    encoding,
    cutOff: false,
    quotes: options.quotes ?? "strict",
    firstFault: null,
    asTexts: new Set(),
  };
  for (;;) {
    const outcome = await readOnce(source, options, pass, sizes, onProgress);
    if (outcome.done === "table") return ok(outcome.table);
    const next = outcome.done === "failed" ? outcome.problem : nextPass(pass, outcome, options);
    if ("code" in next) return failed(next);
    pass = next;
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label) !== null;
  } catch {
    return false;
  }
}

/** The next way to read the file after one that failed; or what to tell the user when there is none. */
function nextPass(
  pass: Pass,
  outcome: Exclude<Outcome, { done: "table" | "failed" }>,
  options: ReadingOptions,
): Pass | Problem {
  switch (outcome.done) {
    case "again":
      return { ...pass, asTexts: new Set([...pass.asTexts, ...outcome.places]) };
    case "undecodable":
      return options.encoding ? wrongEncoding(options.encoding) : { ...pass, ...nextEncoding(pass, outcome.fault) };
    case "quoteFault": {
      const firstFault = pass.firstFault ?? outcome.fault;
      if (pass.quotes === "strict" && outcome.fault.backslashes) return { ...pass, quotes: "backslash", firstFault };
      return pass.quotes === "strict" || pass.quotes === "backslash"
        ? { ...pass, quotes: "literal", firstFault }
        : openQuote(firstFault.line);
    }
    case "ragged": {
      const trusting: Quotes = "trusting";
      return pass.firstFault?.doubtful ? { ...pass, quotes: trusting } : openQuote(pass.firstFault?.line ?? 1);
    }
  }
}

function nextEncoding({ encoding }: Pass, { bytes, atEnd }: DecodingFault): Pick<Pass, "encoding" | "cutOff"> {
  const lettersBefore = encoding.label !== "utf-8" || bytes.subarray(0, -3).some((byte) => byte >= 0x80);
  if (/^utf-/.test(encoding.label) && atEnd && lettersBefore) return { encoding, cutOff: true };
  const guessed = (label: string): Encoding => ({ label, bom: 0, guessed: true });
  return {
    encoding: guessed(encoding.label === "utf-8" ? legacyEncoding(bytes) : "windows-1252"),
    cutOff: false,
  };
}

const findOut: ReadingChoice = { label: "Find the encoding out", options: { encoding: undefined } };

function wrongEncoding(label: string): Problem {
  return refusal(
    "encoding-wrong",
    `The file is not written in ${label}: some of its bytes mean nothing there.`,
    "Choose another encoding, or have it found out.",
    [findOut],
  );
}

function openQuote(line: number): Problem {
  return refusal(
    "unbalanced-quote",
    `A quotation mark opened on line ${line} is not closed where its cell ends.`,
    "Correct this line in the file, or read the marks literally.",
    [{ label: "Read quotation marks as ordinary characters", options: { quotes: "literal" } }],
  );
}
