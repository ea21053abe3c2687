/**
 * What programs write for "no value"; never a level of its own. In categories these alone are missing: "None" and
 * "Unknown" can be levels.
 */
export const nullWords: ReadonlySet<string> = new Set([
  "NA",
  ".",
  "N/A",
  "n/a",
  "NaN",
  "null",
  "#N/A",
  "'--",
  "[Not Available]",
]);

/** Words that stand for "no value" in number and date columns. 99 and 999 are never among them. */
export const missingWords: ReadonlySet<string> = new Set([
  ...nullWords,
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
    "missing",
    "Missing",
    "Unknown",
    "unknown",
    "UNK",
  ],
  ...["Not Available", "Not Reported", "not reported"],
  ...["[Not Applicable]", "[Unknown]", "[Discrepancy]", "[Pending]", "[Null]"],
]);

/** Whether a trimmed cell of a number or date column says that there is no value. */
export const isMissingWord = (text: string): boolean => text === "" || missingWords.has(text);

/** The same for a column of categories. */
export const isMissingInCategories = (text: string): boolean => text === "" || nullWords.has(text);
