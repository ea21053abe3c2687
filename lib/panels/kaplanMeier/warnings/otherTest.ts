import { testName } from "../testName";
import type { Trigger } from "./warning";

export const otherTest: Trigger = ({ result }) => {
  if (result.test?.kind !== "tested" || result.test.test === "logRank" || result.cut !== null) return null;
  const name = testName(result);
  return {
    id: "other-test",
    message: `The groups are compared by ${name}, not by the log-rank test.`,
    hint: "Fix the test before looking. The caption names it.",
    caption: `Compared by ${name} instead of the log-rank test.`,
  };
};
