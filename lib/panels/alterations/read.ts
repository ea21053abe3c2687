import type { PanelOf } from "../../board/panelForms/registry";
import { type GeneSource, geneBits, geneSources, maskOf, symbolKey } from "../../cohort/genes";
import { nth } from "../../numeric/nth";
import type { Prepared } from "../prepared";
import type { ReadGene } from "./compare";

type Panel = PanelOf<"alterations">;

/** The sources of a panel, and its genes in their order. */
export interface PanelGenes {
  sources: GeneSource[];
  genes: ReadGene[];
  /** How many genes the sources know. */
  known: number;
  /** Genes asked for by name that no source knows. */
  absent: string[];
  mask: number;
}

/** The bits of a gene over all sources are put together once while these stay. */
const kept = new WeakMap<GeneSource[], Map<string, Uint16Array>>();

function bitsOf(sources: GeneSource[], key: string, rows: number): Uint16Array {
  const own = kept.get(sources) ?? new Map<string, Uint16Array>();
  kept.set(sources, own);
  const bits = own.get(key) ?? geneBits(sources, key, rows);
  own.set(key, bits);
  return bits;
}

/**
 * The genes of a panel: those named, or those altered in most rows of it, of equal ones by name.
 */
export function genesOf(prepared: Prepared, panel: Panel, group: Int16Array): PanelGenes {
  const { table } = prepared;
  const sources = geneSources(prepared, panel.columns);
  const mask = maskOf(panel.counted);
  const names = namesOf(sources);
  const read = (key: string): ReadGene => ({ gene: names.get(key) ?? key, bits: bitsOf(sources, key, table.rows) });
  if (panel.genes !== null) {
    const keys = [...new Set(panel.genes.map(symbolKey))];
    return {
      sources,
      mask,
      known: names.size,
      genes: keys.filter((key) => names.has(key)).map(read),
      absent: panel.genes.filter((name) => !names.has(symbolKey(name))),
    };
  }
  const counts = alteredCounts(sources, mask, group);
  const ranked = [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  const most = ranked.slice(0, panel.most).map(([key]) => key);
  return { sources, mask, known: names.size, genes: most.map(read), absent: [] };
}

/** Of each gene how many rows in the panel are altered, from the entries alone. */
function alteredCounts(sources: readonly GeneSource[], mask: number, group: Int16Array): Map<string, number> {
  const counts = new Map<string, number>();
  const seen = new Map<string, Set<number>>();
  for (const source of sources) {
    const shared = sources.length > 1;
    for (const [key, gene] of source.place) {
      let count = counts.get(key) ?? 0;
      const own = shared ? (seen.get(key) ?? new Set<number>()) : null;
      for (let at = nth(source.start, gene); at < nth(source.start, gene + 1); at++) {
        const row = source.rows[at] ?? 0;
        if (((source.bits[at] ?? 0) & mask) === 0 || (group[row] ?? -1) < 0 || own?.has(row)) continue;
        count++;
        own?.add(row);
      }
      counts.set(key, count);
      if (own) seen.set(key, own);
    }
  }
  return counts;
}

/** Each gene by its key, as the first source that knows it spells it. */
function namesOf(sources: readonly GeneSource[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const source of sources)
    for (const [key, gene] of source.place) if (!names.has(key)) names.set(key, source.names[gene] ?? key);
  return names;
}

/** How many patients of a panel were tested for a gene by one of its sources and not by another. */
export function partlyTested(sources: readonly GeneSource[], gene: string, group: Int16Array): number {
  const key = symbolKey(gene);
  const own = sources.filter(({ place }) => place.has(key));
  if (own.length < 2) return 0;
  const each = own.map((source) => bitsOf([source], key, group.length));
  let count = 0;
  for (let row = 0; row < group.length; row++) {
    if ((group[row] ?? -1) < 0) continue;
    const tested = each.filter((bits) => bits[row] !== 0).length;
    if (tested > 0 && tested < each.length) count++;
  }
  return count;
}

/** The column of the cohort that alone says of a gene altered or wild type; null where there is none. */
export function columnOf(sources: readonly GeneSource[], gene: string): string | null {
  const own = sources.filter(({ place }) => place.has(symbolKey(gene)));
  return own.length === 1 ? (own[0]?.columnOf?.(symbolKey(gene)) ?? null) : null;
}
