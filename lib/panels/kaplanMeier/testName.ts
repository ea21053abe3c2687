import { testChoices } from "../../board/panelForms/kaplanMeier";
import type { KaplanMeierResult } from "./result";

/** "Log-rank", "Mantel–Byar": the test of a result as it is called beside its P. */
export function testName({
  test,
  setting,
}: Pick<KaplanMeierResult, "test"> & Partial<Pick<KaplanMeierResult, "setting">>): string {
  const id = test?.kind === "tested" ? test.test : undefined;
  if (id === "maximallySelected") return "Maximally selected log-rank";
  // The log-rank test of groups that change with time.
  if (id === "logRank" && setting && setting.changes !== null) return "Mantel–Byar";
  return testChoices.find((each) => each.id === id)?.label ?? "Log-rank";
}

/** Names of persons keep their capitals. */
export const testInSentence = (result: Parameters<typeof testName>[0]) =>
  testName(result).replace(/^(Log-rank|Maximally|Modified)/, (word) => word.toLowerCase());
