import type { Board } from "../../lib/board/board";

type Rule = NonNullable<Board["edits"]["severalRows"]>;

/** What becomes of several rows of a patient, in words. */
export const severalRowsWords: Record<Rule, string> = {
  first: "the first stands for all",
  last: "the last stands for all",
  firstValue: "the first value of each column",
  intervals: "intervals of time",
  firstEvent: "intervals to first event",
};

/** Which of these answer a question about the rows; of a file that looks like intervals, that they are. */
export const answersOfRows: Record<string, readonly Rule[]> = {
  "id-several-rows": ["first", "last", "firstValue", "intervals"],
  "id-intervals": ["intervals"],
  "intervals-several-events": ["firstEvent"],
};
