import type { PanelOf } from "../../board/panelForms/registry";
import type { EndpointData } from "../../cohort/endpoint";
import { TESTED } from "../../cohort/genes";
import { nth } from "../../numeric/nth";
import { adjustedP, coxRegression, logRank } from "../../survival";
import type { ReadGene } from "./compare";
import type { AlterationsResult, GeneSurvival } from "./result";

type Panel = Pick<PanelOf<"alterations">, "leastAltered" | "leastEvents" | "level">;

/**
 * Altered against wild type of each gene with enough patients altered and events among those tested: hazard ratio by Cox
 * regression with Efron's method, log-rank P, and q over the genes compared.
 */
export function survivalByGene(
  genes: readonly ReadGene[],
  mask: number,
  data: EndpointData,
  group: Int16Array,
  { leastAltered, leastEvents, level }: Panel,
): NonNullable<AlterationsResult["survival"]> {
  const lines: Omit<GeneSurvival, "q">[] = [];
  let few = 0;
  for (const { gene, bits } of genes) {
    const own = new Int16Array(group.length).fill(-1);
    const counts = { tested: 0, altered: 0, events: 0, eventsAltered: 0 };
    for (let row = 0; row < own.length; row++) {
      const value = bits[row] ?? 0;
      if ((group[row] ?? -1) < 0 || data.reason[row] !== 0 || (value & TESTED) === 0) continue;
      const altered = (value & mask) !== 0;
      own[row] = altered ? 1 : 0;
      const size = data.weight && data.weightKind !== "sampling" ? (data.weight[row] ?? 1) : 1;
      const event = data.cause[row] === 1;
      counts.tested += size;
      if (altered) counts.altered += size;
      if (event) counts.events += size;
      if (event && altered) counts.eventsAltered += size;
    }
    if (counts.altered < leastAltered || counts.tested - counts.altered < 1 || counts.events < leastEvents) {
      few++;
      continue;
    }
    const { time, cause, entry, weight, weightKind, order } = data;
    const subjects = { time, cause, entry, weight, weightKind, group: own, groupCount: 2 };
    const fit = coxRegression(
      { ...subjects, covariates: [{ name: gene, codes: Int32Array.from(own), levels: ["wild type", "altered"] }] },
      { level, order },
    );
    const test = logRank(subjects, { order });
    lines.push({
      gene,
      ...counts,
      ratio: fit.ok ? (fit.value.coefficients[0] ?? null) : null,
      p: test.kind === "tested" ? test.p : Number.NaN,
    });
  }
  const q = adjustedP(lines.map(({ p }) => p)).benjaminiHochberg;
  return {
    lines: lines
      .map((line, place) => ({ ...line, q: nth(q, place) }))
      .sort((a, b) => (Number.isNaN(a.p) ? 2 : a.p) - (Number.isNaN(b.p) ? 2 : b.p)),
    few,
    leastAltered,
    leastEvents,
    causeSpecific: data.causes.length > 0,
  };
}
