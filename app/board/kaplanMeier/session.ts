import { useMemo } from "react";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { withSession } from "../../../lib/panels/kaplanMeier/warnings/session";
import { testsTried, useComparisons } from "../comparisons";

/** The result with the warnings that only this session knows of. */
export function useTold(result: KaplanMeierResult): KaplanMeierResult {
  const comparisons = useComparisons();
  return useMemo(
    () => ({ ...result, warnings: withSession(result.warnings, { comparisons, tests: testsTried(result) }) }),
    [result, comparisons],
  );
}
