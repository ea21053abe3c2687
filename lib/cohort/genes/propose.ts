import type { GenesReading } from "../../board/genes";
import type { TableSummary } from "../tableSummary";
import { geneOfHeader } from "./symbols";
import { bitsOfWord } from "./words";

const geneName = /^(hugo[\s_]?symbol|gene([\s_]?(symbol|name))?|symbol)$/i;
const className =
  /^(variant[\s_]?classification|alteration([\s_]?(type|class|kind))?|mutation[\s_]?type|variant[\s_]?(class|type)|consequence|class|effect|kind|type|aberration|cna|cnv|copy[\s_-]?number([\s_-]?(call|status|alteration|change|type))?|(cna|cnv)[\s_]?(call|status|type))$/i;
const changeName =
  /^(hgvsp([\s_]?short)?|protein[\s_]?change|amino[\s_]?acid[\s_]?change|aa[\s_]?change|mutation|variant|change|hgvsc?|hgvs[\s_]?p|protein)$/i;
const annotation = /^(entrez[\s_]?gene[\s_]?id|cytoband|locus[\s_]?id|gene[\s_]?id)$/i;

/** Of the columns named so the one whose words are most often kinds: a MAF that was shifted has "SNP" under the usual name. */
function kindColumn(columns: TableSummary["columns"], gene: string): string | null {
  const named = columns.filter(({ name }) => className.test(name) && name !== gene);
  const share = ({ levels }: TableSummary["columns"][number]) => {
    const count = (of: NonNullable<typeof levels>) => of.reduce((sum, each) => sum + each.count, 0);
    return count((levels ?? []).filter(({ value }) => bitsOfWord(value) !== null)) / Math.max(1, count(levels ?? []));
  };
  const first = named.find(({ name }) => /^variant[\s_]?classification$/i.test(name)) ?? named[0];
  const best = named.reduce((most, each) => Math.max(most, share(each)), 0);
  // The usual name, unless another column says much more.
  const found = first && share(first) >= best / 2 ? first : named.find((each) => share(each) === best);
  return found?.name ?? null;
}

/** How a second file says which genes are altered, from its columns; null where it does not look like one of genes. */
export function proposeGenes({ columns }: Pick<TableSummary, "columns">): GenesReading | null {
  const find = (pattern: RegExp, not: readonly (string | undefined)[] = []) =>
    columns.find(({ name }) => pattern.test(name) && !not.includes(name))?.name ?? null;
  const structural = { gene: find(/^site1_hugo_symbol$/i), partner: find(/^site2_hugo_symbol$/i) };
  const long = { form: "long", partner: null, class: null, change: null, as: "other", tested: null } as const;
  if (structural.gene !== null) return { ...long, gene: structural.gene, partner: structural.partner, as: "fusion" };
  const gene = find(geneName);
  if (gene !== null) {
    const others = columns.filter(({ name }) => name !== gene && !annotation.test(name));
    const copies = others.filter(
      ({ kind, levels }) =>
        kind === "number" || (levels ?? []).every(({ value }) => /^(-?[0-2](\.\d+)?|NA)$/.test(value)),
    );
    const kind = kindColumn(columns, gene);
    const change = find(changeName, [gene, kind ?? undefined]);
    if (kind === null && change === null && others.length > 1 && copies.length === others.length)
      return { form: "matrix", gene };
    return { ...long, gene, class: kind, change };
  }
  const named = columns.filter(({ name }) => geneOfHeader(name) !== null).map(({ name }) => name);
  return named.length >= 2 ? { form: "wide", columns: named } : null;
}
