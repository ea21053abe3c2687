import type { PanelOf } from "../../../board/panelForms/registry";
import { counted, formatCount } from "../../../format";
import { nth } from "../../../numeric/nth";
import type { ResponseResult } from "../result";

type Options = Pick<PanelOf<"response">["figure"], "show" | "only">;

/** Place of the group that alone is drawn; null: all are. */
export function onlyGroup({ groups }: Pick<ResponseResult, "groups">, { only }: Pick<Options, "only">): number | null {
  const place = groups.findIndex(({ level }) => level === only);
  return only === null || place < 0 || groups.length < 2 ? null : place;
}

/**
 * Whose patients are drawn: where one group alone is, its lanes under the bars of all, or its bars, lanes or lines. Rates
 * stay those of all groups.
 */
export function drawnPart(
  whole: ResponseResult,
  options: Options,
): { bars: ResponseResult; others: ResponseResult; heading: string | undefined } {
  const only = onlyGroup(whole, options);
  if (only === null) return { bars: whole, others: whole, heading: undefined };
  const { label, n } = nth(whole.groups, only);
  const each = whole.each.filter(({ group }) => group === only);
  const rows = new Set(each.map(({ row }) => row));
  const others: ResponseResult = {
    ...whole,
    patients: n,
    measured: each.reduce((sum, { change, size }) => (Number.isNaN(change) ? sum : sum + size), 0),
    each,
    marked: whole.marked.filter(({ row }) => rows.has(row)),
  };
  return {
    bars: options.show === "both" ? whole : others,
    others,
    heading: `${label}, ${formatCount(n)} of ${counted(whole.patients, "patient")}`,
  };
}
