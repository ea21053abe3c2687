import type { OfRows, Taken } from "../board/board";

/** "the greatest value" ("the latest date"), "the value of the latest “visit”", "the number of rows with a value". */
export function choiceInWords(take: OfRows["take"], isDate = false): string {
  switch (take.rule) {
    case "greatest":
    case "smallest":
      if (isDate) return take.rule === "greatest" ? "the latest date" : "the earliest date";
      return `the ${take.rule} value`;
    case "first":
    case "last":
      return `the ${take.rule} value`;
    case "latest":
    case "earliest":
      return `the value of the ${take.rule} “${take.by}”`;
    case "nearest":
      return `the value whose “${take.by}” is nearest to “${take.to}”`;
    case "firstAfter":
      return `the first value by “${take.by}” after “${take.to}”`;
    case "bestResponse":
      return take.by === null ? "the best response" : `the best response up to the first progression by “${take.by}”`;
    case "count":
      return "the number of rows with a value";
  }
}

/** What is taken of a second file: "TP53 mutated": "yes where a row has TP53 in “Hugo_Symbol”". */
export function takenInWords(taken: Taken): string {
  const only = taken.where ? `, of rows with ${taken.where.values.join(" or ")} in “${taken.where.column}”` : "";
  if (taken.rule !== "any" && taken.rule !== "count") return `${choiceInWords(taken)} of “${taken.column}”${only}`;
  const values = taken.values ? taken.values.join(" or ") : "any value";
  const without = taken.absent === "no" ? "; patients not in the file count as none" : "";
  const what = taken.rule === "any" ? "yes where a row has" : "the number of rows with";
  return `${what} ${values} in “${taken.column}”${only}${without}`;
}
