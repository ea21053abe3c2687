import type { MethodUse } from "../methods/methods";
import { correctedCells } from "../setting";
import { wayOf } from "./caption";
import type { CharacteristicsResult } from "./result";

/** The methods of everything the table shows. */
export function methods(result: CharacteristicsResult): MethodUse[] {
  const { rows, setting, percentOf, p, differences, columns, groupLabel } = result;
  const { weights, scores, filters, corrected } = setting;
  const uses: MethodUse[] = [
    ...correctedCells(corrected),
    ...scores.map((score) => ({ id: "score", ...score }) as const),
    ...(filters.length > 0 ? [{ id: "filters", filters } as const] : []),
    ...(weights === "count" ? [{ id: "countWeights" } as const] : []),
    ...(weights === "sampling" ? [{ id: "weightedTable" } as const] : []),
  ];
  if (rows.length === 0) return uses;
  uses.push({ id: "characteristics", ways: [...new Set(rows.map(wayOf))], percentOf });
  if (groupLabel === null) return uses;
  if (result.randomized) uses.push({ id: "assignedAtRandom" });
  const tests = p ? rows.flatMap(({ test, choice }) => (test ? [{ ...test, chosen: choice.test !== null }] : [])) : [];
  for (const id of new Set(tests.map((test) => test.id))) {
    const same = tests.filter((test) => test.id === id);
    uses.push({
      id: "rowTest",
      test: id,
      sparse: id === "fisher" && same.some(({ chosen }) => !chosen),
      exact: same.some(({ exact }) => exact),
      approximate: same.some(({ exact }) => !exact),
      drawn: Math.max(0, ...same.map(({ drawn }) => drawn?.tables ?? 0)),
    });
  }
  if (tests.length > 1) uses.push({ id: "multiplicity", but: [] });
  if (differences && rows.some(({ difference }) => difference))
    uses.push({
      id: "standardizedDifferences",
      several: columns.length > 3,
      numbers: rows.some(({ kind, difference }) => kind === "numbers" && difference),
      levels: rows.some(({ kind, difference }) => kind === "levels" && difference),
    });
  return uses;
}
