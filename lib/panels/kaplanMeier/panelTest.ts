import { type LogRankResult, type MaxComboResult, maxCombo, type Subjects, type TimeOrder } from "../../survival";

/** The test of a panel, by whichever of its choices. `test` is the choice's id. */
export type PanelTest =
  | LogRankResult
  | MaxComboTest
  | MaximallySelected
  | { kind: "undefined"; reason: "notTwoGroups" | "severalRows" };

export type MaxComboTest = { kind: "tested"; test: "maxCombo" } & Omit<
  Extract<MaxComboResult, { kind: "tested" }>,
  "kind"
>;

/** The largest of the statistics of all cuts tried, with P corrected for the search. */
interface MaximallySelected {
  kind: "tested";
  test: "maximallySelected";
  statistic: number;
  p: number;
}

/** MaxCombo of the two groups present; their Z are positive where the first has more events than expected. */
export function maxComboOf(subjects: Subjects & { group: Int16Array }, order: TimeOrder, present: number[]): PanelTest {
  const place = new Map(present.map((code, index) => [code, index]));
  const group = subjects.group.map((code) => place.get(code) ?? -1);
  const result = maxCombo({ ...subjects, group, groupCount: present.length }, { order });
  return result.kind === "tested" ? { ...result, test: "maxCombo" } : result;
}
