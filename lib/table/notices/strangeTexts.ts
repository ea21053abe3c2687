import { counted } from "../../format";
import { type ReadColumn, rowsWith } from "../columns/readColumn";
import type { Notice } from "../table";
import { notice, quoted } from "./notice";

const garbled = /[\u00c2\u00c3][\u0080-\u00bf\u201a-\u203a\u20ac\u0152-\u0178\u02c6\u02dc]|\u00e2\u20ac/;

const strangeKinds = [
  {
    code: "formula-like-cells",
    test: /^[=@]./,
    what: "that a spreadsheet would take for formulas",
    hint: "Exports mark them as text.",
  },
  {
    code: "invisible-characters",
    test: /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/,
    what: "with invisible characters",
    hint: "Values that look the same may differ.",
  },
  {
    code: "replacement-characters",
    test: /\ufffd/,
    what: "with “\ufffd”, where an earlier program lost a letter",
    hint: "Export the file again as UTF-8.",
  },
  {
    code: "garbled-letters",
    test: garbled,
    what: "with letters such as “Ã¼” for “ü”, which were read in a wrong encoding once",
    hint: "Choose the encoding UTF-8, or export the file again.",
  },
  {
    code: "control-characters",
    test: /(?![\t\n\r])\p{Cc}/u,
    what: "with control characters, which cannot be seen",
    hint: "Choose another encoding, or compare with the source.",
  },
  {
    code: "apostrophe-numbers",
    test: /^'[-+]?\d/,
    what: "with an apostrophe before a number, as spreadsheets mark texts",
    hint: "Remove the apostrophes in the file to use them as numbers.",
  },
  {
    code: "very-long-cells",
    test: /^.{32768}/s,
    what: "with more than 32,767 characters",
    hint: "Check that they are texts and no damage.",
  },
];

/** No text without one of these is strange. */
const suspicious = /^[=@']|[^ -~\t\n\r]/;

/**
 * Texts that are not what they seem: what cannot be seen, what a spreadsheet would run, letters that an earlier program
 * lost.
 */
export function strangeTexts(columns: readonly ReadColumn[]): Notice[] {
  const suspects = columns.map((column) => ({
    name: column.name,
    texts: column.texts.texts.flatMap((text, place) =>
      text.length > 32_767 || suspicious.test(text) ? [{ text, count: column.texts.counts[place] }] : [],
    ),
  }));
  return strangeKinds.flatMap(({ code, test, what, hint }) => {
    const found = suspects.map(({ texts }) =>
      texts.reduce((sum, { text, count }) => (test.test(text) ? sum + count : sum), 0),
    );
    const names = suspects.flatMap(({ name }, place) => (found[place] > 0 || test.test(name) ? [name] : []));
    if (names.length === 0) return [];
    const count = found.reduce((sum, cells) => sum + cells, 0);
    const named = columns.filter(({ name }) => test.test(name)).map(({ name }) => name);
    const message =
      count > 0 ? `${counted(count, "cell")} ${what}, in ${quoted(names)}.` : `Column names ${what}: ${quoted(named)}.`;
    const rows = columns.flatMap((column, place) =>
      found[place] > 0 ? rowsWith(column, (text) => test.test(text)) : [],
    );
    const at = [...new Set(rows)].sort((a, b) => a - b);
    return [
      notice(code, count || named.length, message, hint, { columns: names, rows: at.length > 0 ? at : undefined }),
    ];
  });
}
