import { exactProportion, type Proportion } from "../../association";
import { alterationClasses } from "../../board/genes";
import type { PanelOf } from "../../board/panelForms/registry";
import { ANY, bitOf, TESTED } from "../../cohort/genes";
import { type SecondLedger, secondLedger } from "../../cohort/ledger";
import { responseCategories, usualResponse } from "../../cohort/responseMeaning";
import { capitalized, formatCount } from "../../format";
import { nth } from "../../numeric/nth";
import { blocked } from "../blocked";
import { type CohortRows, cohortRows } from "../cohortRows";
import type { PanelColumn, PanelOutcome } from "../panelKind";
import type { Prepared } from "../prepared";
import { plainSetting } from "../setting";
import { shownEndpoint } from "../shownEndpoint";
import { byGroup, pairsOf, type ReadGene, sharesOf } from "./compare";
import { noticesOf } from "./notices";
import { memoOrder } from "./order";
import { columnOf, genesOf, type PanelGenes, partlyTested } from "./read";
import type { AlterationsResult, GeneLine, Track } from "./result";
import { survivalByGene } from "./survival";

type Panel = PanelOf<"alterations">;

/** More genes than these wait for their comparisons until a drag has ended. */
const quickly = 40;

/** What the tumors of the patients carry. `quick`: of many genes how often each is altered alone. */
export function analyzeAlterations(prepared: Prepared, panel: Panel, quick: boolean): PanelOutcome<AlterationsResult> {
  const rows = cohortRows(prepared, { group: panel.group, others: panel.tracks });
  if ("state" in rows) return rows;
  const read = genesOf(prepared, panel, rows.group);
  const open = read.sources.find(({ question }) => question !== null)?.question;
  if (open) return blocked(open, rows.ledger);
  const compares = !quick || read.genes.length <= quickly;
  const size = sizeOf(rows);
  const order = orderOf(rows, read, panel);
  const lines = geneLines(rows, read, panel, order, size, compares);
  const { endpoint, survival } = compares
    ? survivalOf(prepared, panel, rows, read)
    : { endpoint: null, survival: null };
  const result: AlterationsResult = {
    kind: "alterations",
    endpoint,
    setting: { ...plainSetting, ...rows.rows, causeSpecific: survival?.causeSpecific ?? false },
    patients: sumOf(rows, size),
    leftOut: rows.leftOut,
    level: panel.level,
    counted: alterationClasses.filter((each) => panel.counted.includes(each)),
    sources: read.sources.map(({ label }) => label),
    genesKnown: read.known,
    groupLabel: rows.groupLabel,
    ordered: rows.ordered,
    groups: rows.levels.map(({ value, label, color }, place) => ({
      level: value,
      label,
      color,
      patients: sumOf(rows, size, place),
    })),
    genes: lines,
    tracks: tracksOf(panel).flatMap((of) => trackOf(prepared, of, order)),
    order: { rows: order, group: Int16Array.from(order, (row) => rows.group[row] ?? -1) },
    sort: panel.sort,
    pairs: compares ? pairsOf(read.genes, read.mask, rows.group, size) : [],
    survival,
    notCounted: notCounted(read, rows.group),
    notices: [],
  };
  return {
    state: "ready",
    ledger: { ...rows.ledger, seconds: ledgersOf(prepared, read) },
    result: { ...result, notices: noticesOf(prepared, panel, result, read) },
  };
}

/** What became of the rows of each file of genes. */
const ledgersOf = ({ links }: Prepared, { sources }: PanelGenes): SecondLedger[] =>
  sources.flatMap(({ join, unused }) => {
    const link = join === null ? undefined : links.get(join);
    return link
      ? [secondLedger(link, "alterations", unused, link.join.genes?.form === "matrix" ? "sample" : "row")]
      : [];
  });

/** A row stands for as many patients as its weight counts; sampling weights are not used here. */
export function sizeOf({ weight, rows }: CohortRows): (row: number) => number {
  return weight && rows.weights === "count" ? (row) => weight[row] ?? 1 : () => 1;
}

function sumOf({ group }: CohortRows, size: (row: number) => number, of: number | null = null): number {
  let sum = 0;
  for (let row = 0; row < group.length; row++)
    if ((group[row] ?? -1) >= 0 && (of === null || group[row] === of)) sum += size(row);
  return sum;
}

function orderOf({ group }: CohortRows, { genes, mask }: PanelGenes, { sort }: Panel): Int32Array {
  const rows = Int32Array.from(
    [...group.keys()].filter((row) => (group[row] ?? -1) >= 0),
    (row) => row,
  );
  if (sort === "file") return rows;
  const groupOf = (row: number) => group[row] ?? -1;
  return memoOrder(
    rows,
    genes.map(({ bits }) => ({ bits, mask })),
    sort === "group" ? groupOf : null,
  );
}

function geneLines(
  { group, levels }: CohortRows,
  { sources, genes, mask }: PanelGenes,
  { level, counted, group: by }: Panel,
  order: Int32Array,
  size: (row: number) => number,
  compares: boolean,
): GeneLine[] {
  const shares = genes.map((gene) => sharesOf(gene, mask, group, levels.length, size));
  const tests = byGroup(shares.map((byGroup) => ({ byGroup: by === null || !compares ? [] : byGroup })));
  const shareOf = remembered(level);
  return genes.map(({ gene, bits }, place) => {
    const counts = countsOf(bits, group, size);
    const own = nth(shares, place);
    const altered = own.reduce((sum, share) => sum + share.altered, 0);
    const tested = own.reduce((sum, share) => sum + share.tested, 0);
    return {
      gene,
      altered,
      tested,
      ...shareOf(altered, tested),
      classes: counted.flatMap((of) => {
        const count = counts[alterationClasses.indexOf(of)] ?? 0;
        return count > 0 ? [{ of, count }] : [];
      }),
      byGroup: by === null ? [] : own,
      ...nth(tests, place),
      partly: partlyTested(sources, gene, group),
      column: columnOf(sources, gene),
      cells: { bits: inOrder(bits, order) },
    };
  });
}

/** Patients with each class, in one pass. */
function countsOf(bits: Uint16Array, group: Int16Array, size: (row: number) => number): Float64Array {
  const counts = new Float64Array(alterationClasses.length);
  for (let row = 0; row < group.length; row++) {
    let own = (group[row] ?? -1) < 0 ? 0 : (bits[row] ?? 0) & ANY;
    while (own !== 0) {
      const place = 31 - Math.clz32(own & -own);
      counts[place] = (counts[place] ?? 0) + size(row);
      own &= own - 1;
    }
  }
  return counts;
}

function inOrder(bits: Uint16Array, order: Int32Array): Uint16Array {
  const cells = new Uint16Array(order.length);
  for (let at = 0; at < order.length; at++) cells[at] = bits[order[at] ?? 0] ?? 0;
  return cells;
}

/** Of hundreds of genes many have the same counts: their limits are computed once. */
function remembered(level: number): (altered: number, tested: number) => Proportion {
  const shares = new Map<string, Proportion>();
  return (altered, tested) => {
    const key = `${formatCount(altered)}/${formatCount(tested)}`;
    const share = shares.get(key) ?? exactProportion(altered, tested, level);
    shares.set(key, share);
    return share;
  };
}

/** Classes that genes of the figure have and that are not counted, with the number of patients' genes that have them. */
function notCounted({ genes, mask }: PanelGenes, group: Int16Array): AlterationsResult["notCounted"] {
  let [all, alterations] = [0, 0];
  for (const { bits } of genes)
    for (let row = 0; row < group.length; row++) {
      const others = (group[row] ?? -1) < 0 ? 0 : (bits[row] ?? 0) & ANY & ~mask;
      if (others === 0) continue;
      all |= others;
      alterations++;
    }
  return { classes: alterationClasses.filter((each) => (all & bitOf(each)) !== 0), alterations };
}

/** The group stands above the other tracks. */
const tracksOf = ({ group, tracks }: Panel): Panel["tracks"] =>
  group === null ? tracks : [group, ...tracks.filter((of) => JSON.stringify(of) !== JSON.stringify(group))];

function trackOf({ variables }: Prepared, of: Panel["tracks"][number], order: Int32Array): Track[] {
  const found = variables.levels(of);
  if (!found.ok) return [];
  const { codes, levels, ordered } = found.value;
  // Words of best response have its colors and its order, as in the panel of responses.
  const said = levels.map(({ value }) => usualResponse(value));
  const isResponse = said.length > 1 && said.every((category) => category !== null);
  const categories = said.map((category) => (category === null ? -1 : responseCategories.indexOf(category)));
  const places = levels.map((_, place) => place);
  if (isResponse) places.sort((a, b) => nth(categories, a) - nth(categories, b));
  return [
    {
      label: capitalized(variables.label(of)),
      levels: places.map((place) => ({
        label: nth(levels, place).label,
        color: nth(levels, place).color,
        response: isResponse ? nth(categories, place) : null,
      })),
      ordered,
      codes: Int16Array.from(order, (row) => places.indexOf(codes[row] ?? -1)),
    },
  ];
}

function survivalOf(prepared: Prepared, panel: Panel, rows: CohortRows, { genes, mask }: PanelGenes) {
  const place = prepared.board.endpoints.findIndex(({ id }) => id === panel.endpoint);
  const data = prepared.endpoints[place]?.data;
  const endpoint = prepared.board.endpoints[place];
  if (!data || !endpoint) return { endpoint: null, survival: null };
  return {
    endpoint: shownEndpoint(prepared.board, endpoint, { causes: data.causes, landmark: null }),
    survival: survivalByGene(genes, mask, data, rows.group, panel),
  };
}

/** The rows of the panel that are altered in a gene, or tested and not, or neither; of one level of the group or of all. */
export function rowsOfGene(
  prepared: Prepared,
  panel: Panel,
  gene: string,
  state: "altered" | "wild type" | "not tested" | "tested",
  level: string | null,
): number[] | null {
  const rows = cohortRows(prepared, { group: panel.group });
  if ("state" in rows) return null;
  const read = genesOf(prepared, { ...panel, genes: [gene] }, rows.group);
  const found: ReadGene | undefined = read.genes[0];
  const wanted = level === null ? null : rows.levels.findIndex(({ value }) => value === level);
  if (!found) return null;
  const is = (bits: number) => {
    const altered = (bits & read.mask) !== 0;
    const tested = (bits & TESTED) !== 0;
    if (state === "tested") return tested;
    return state === "altered" ? altered : state === "wild type" ? tested && !altered : !tested;
  };
  return [...rows.group.keys()].filter(
    (row) =>
      (rows.group[row] ?? -1) >= 0 && (wanted === null || rows.group[row] === wanted) && is(found.bits[row] ?? 0),
  );
}

/** The genes of the panel as a data set has them, and what its rows count for. */
export function dataOf(prepared: Prepared, panel: Panel): PanelColumn[] {
  const rows = cohortRows(prepared, { group: panel.group });
  if ("state" in rows) return [];
  const read = genesOf(prepared, panel, rows.group);
  if (read.sources.some(({ question }) => question !== null)) return [];
  const genes = read.genes.map(({ gene, bits }) => ({
    id: gene,
    name: `gene_${gene}`,
    title: gene,
    of: null,
    values: {
      codes: Array.from(bits, (own) => ((own & read.mask) !== 0 ? 1 : (own & TESTED) !== 0 ? 0 : -1)),
      levels: ["wild type", "altered"],
      reference: 0,
    },
  }));
  const { weight } = rows;
  return weight && rows.rows.weights === "count"
    ? [...genes, { id: "weight", name: "gene_weight", title: "weight", of: null, values: { numbers: weight } }]
    : genes;
}
