/** What programs write for "no value"; never a level of its own. */
const nulls = ["", "NA", ".", "N/A", "n/a", "NaN", "null", "#N/A", "'--", "[Not Available]"];

const inCategories = new Set(nulls);

/** Words that stand for "no value" in number and date columns. 99 and 999 are never among them. */
const inNumbers = new Set([
  ...nulls,
  ...[
    "na",
    "N.A.",
    "<NA>",
    "nan",
    "NULL",
    "None",
    "-",
    "--",
    "?",
    "Blank(s)",
    "Not Available",
    "Not Reported",
    "not reported",
  ],
  ...[
    "Unknown",
    "unknown",
    "UNK",
    "missing",
    "Missing",
    "[Not Applicable]",
    "[Unknown]",
    "[Discrepancy]",
    "[Pending]",
    "[Null]",
  ],
]);

/** Whether a trimmed cell of a number or date column says that there is no value. */
export const isMissingWord = (text: string): boolean => inNumbers.has(text);

/** In categories "None" and "Unknown" can be levels: only the empty cell and what programs write for it are missing. */
export const isMissingInCategories = (text: string): boolean => inCategories.has(text);
