import { unitOfEndpoint } from "../../cohort/endpoint";
import { nth, numberAt } from "../../numeric/nth";
import { estimateAndTest, quantile } from "../../survival";
import type { Prepared } from "../prepared";
import { shownEndpoint } from "../shownEndpoint";
import type { ResponseGroup, ResponseResult } from "./result";

/**
 * The median duration of response of every group, by Kaplan–Meier, of the patients of the panel whom the endpoint
 * knows; null where there is no such endpoint, or it has weights of a sample. `group`: the place in `groups` of each row,
 * −1 for rows not in the panel.
 */
export function durationOf(
  { board, endpoints }: Prepared,
  id: string | null,
  group: Int16Array,
  groups: readonly Pick<ResponseGroup, "level" | "label">[],
  level: number,
): ResponseResult["duration"] {
  const place = board.endpoints.findIndex((endpoint) => endpoint.id === id);
  const found = endpoints[place];
  if (!found?.data || found.view.problem || found.data.weightKind === "sampling") return null;
  const { data } = found;
  const endpoint = nth(board.endpoints, place);
  const known = group.map((code, row) => (data.reason[row] === 0 ? code : -1));
  const { curves } = estimateAndTest({ ...data, group: known, groupCount: groups.length });
  const each = curves.flatMap((curve, at) => {
    if (curve.n === 0) return [];
    const { level: value, label } = nth(groups, at);
    return [{ level: value, label, n: curve.n, median: quantile(curve, 0.5, { type: "log-log", level }) }];
  });
  if (each.length === 0) return null;
  return {
    endpoint: shownEndpoint(board, endpoint, { causes: data.causes, landmark: null }),
    unit: unitOfEndpoint(endpoint),
    entry:
      data.entry?.some((_, row) => (known[row] ?? -1) >= 0 && numberAt(data.entry as Float64Array, row) > 0) ?? false,
    groups: each,
  };
}
