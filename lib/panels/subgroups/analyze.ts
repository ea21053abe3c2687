import type { Variable } from "../../board/board";
import type { PanelOf } from "../../board/panelForms/registry";
import { choiceFor } from "../../cohort/columns";
import { withLeftOut } from "../../cohort/ledger";
import { capitalized, columnInWords } from "../../format";
import { nth } from "../../numeric/nth";
import { problem } from "../../result";
import type { Covariate } from "../../survival";
import { blocked } from "../blocked";
import { countSelected, type Grouped, groupedRows, nobodyLeft } from "../grouped";
import { groupsOf } from "../groupsOfVariable";
import type { PanelOutcome } from "../panelKind";
import type { Prepared } from "../prepared";
import { counts, type Rows } from "../regression/counts";
import { fitted, isFitted, wholeTests } from "../regression/fits";
import { plainSetting, rowsSetting } from "../setting";
import { noticesOf, withoutInteraction } from "./notices";
import type { Arm, SubgroupLine, SubgroupsResult, SubgroupVariable } from "./result";

type SubgroupsPanel = PanelOf<"subgroups">;

/** The two groups, and which rows are of them: 1 compared, 0 reference, −1 neither. */
interface Two {
  rows: Rows;
  arm: Int32Array;
  arms: readonly [reference: Arm, compared: Arm];
  level: number;
}

/**
 * The hazard ratio of two groups in all patients and within every level of the chosen columns, each from a Cox model of these patients alone,
 * and for each column the test whether the ratio differs between its levels.
 */
export function analyzeSubgroups(prepared: Prepared, panel: SubgroupsPanel): PanelOutcome<SubgroupsResult> {
  const grouped = groupedRows(prepared, { endpoint: panel.endpoint, group: panel.group });
  if ("state" in grouped) return grouped;
  const nobody = counts({ ...grouped.data, group: grouped.group, groupCount: 1 }).patients === 0;
  if (nobody) return blocked(nobodyLeft(grouped.ledger, prepared.selection.selected), grouped.ledger);
  if (panel.group === null) return blocked(noGroup, grouped.ledger);
  const arms = armsOf(grouped, panel);
  if (!arms) return blocked(oneGroup(grouped.groupLabel), grouped.ledger);
  const [reference, compared] = arms.codes;
  const arm = Int32Array.from(grouped.group, (code) => (code === compared ? 1 : code === reference ? 0 : -1));
  const others = [...grouped.group.keys()].filter((row) => nth(grouped.group, row) >= 0 && nth(arm, row) < 0);
  const reason = `in neither ${arms.names[0].label} nor ${arms.names[1].label}`;
  const ledger = withLeftOut(grouped.ledger, reason, others, grouped.patients);
  const two: Two = {
    rows: { ...grouped.data, group: Int16Array.from(arm, (each) => Math.min(0, each)), groupCount: 1 },
    arm,
    arms: arms.names,
    level: panel.level,
  };
  const { patients, events } = counts(two.rows);
  const variables: SubgroupVariable[] = [];
  for (const of of panel.by) {
    const found = variableOf(prepared, of, two);
    if (!found.ok) return blocked(found.problem, ledger);
    variables.push(found.value);
  }
  const without = countSelected(prepared.selection, others, grouped.patients);
  const result: SubgroupsResult = {
    kind: "subgroups",
    endpoint: grouped.shown,
    setting: {
      ...plainSetting,
      ...rowsSetting(prepared, grouped.data, [panel.group, ...panel.by]),
      causeSpecific: grouped.data.causes.length > 0,
    },
    groupLabel: grouped.groupLabel ?? "",
    reference: arms.names[0],
    compared: arms.names[1],
    arms: arms.had,
    patients,
    events,
    leftOut: [...grouped.leftOut, ...(without > 0 ? [{ reason, count: without }] : [])],
    level: panel.level,
    overall: lineOf({ value: "", label: "All patients" }, two, () => true),
    variables,
    notices: [],
  };
  return {
    state: "ready",
    ledger,
    result: { ...result, notices: [...(grouped.intervals?.notices ?? []), ...noticesOf(result)] },
  };
}

const noGroup = problem(
  "subgroups-without-groups",
  "No groups are compared yet.",
  "Choose over the figure which two groups the hazard ratio is of.",
);

const oneGroup = (label: string | null) =>
  problem(
    "subgroups-one-group",
    `Only one group of “${label}” has patients here; a hazard ratio needs two.`,
    "Choose another column for the groups, or loosen a filter.",
  );

/** The two levels that are compared, of those that somebody has; null where there are not two. */
function armsOf(
  { group, levels, references }: Grouped,
  { reference, compared }: SubgroupsPanel,
): { codes: [number, number]; names: [Arm, Arm]; had: Arm[] } | null {
  const present = new Set(group);
  const had = levels.flatMap((level, code) => (present.has(code) ? [{ ...level, code }] : []));
  const first =
    had.find(({ value }) => value === reference) ??
    had.find(({ code }) => code === references.find((each) => present.has(each)));
  const others = had.filter((level) => level !== first);
  const second = others.find(({ value }) => value === compared) ?? others[0];
  if (!first || !second) return null;
  const armOf = ({ value, label }: { value: string; label: string }): Arm => ({ level: value, label });
  return { codes: [first.code, second.code], names: [armOf(first), armOf(second)], had: had.map(armOf) };
}

function variableOf(prepared: Prepared, of: Variable, two: Two) {
  const found = groupsOf(prepared, of);
  if (!found.ok) return found;
  const { levels } = found.value;
  const codes = found.value.codes ?? new Int32Array(two.arm.length);
  const had = new Set<number>();
  for (let row = 0; row < codes.length; row++) if (nth(two.rows.group, row) >= 0) had.add(nth(codes, row));
  const present = levels.flatMap((level, code) => (had.has(code) ? [{ ...level, code }] : []));
  const { interaction, why } = interactionOf(two, codes, present);
  return {
    ok: true as const,
    value: {
      of,
      label: labelOf(prepared, of),
      missing: counts(two.rows, (row) => nth(codes, row) < 0).patients,
      interaction,
      why,
      lines: present.map((level) => lineOf(level, two, (row) => codes[row] === level.code)),
    } satisfies SubgroupVariable,
  };
}

/** The name of a column as the user or the file has it, as words. */
const labelOf = ({ board, variables }: Prepared, of: Variable): string =>
  "column" in of
    ? capitalized(choiceFor(board, of.column).label ?? columnInWords(of.column))
    : capitalized(variables.label(of));

/** The two groups as a covariate of a Cox model. */
const armCovariate = ({ arm, arms }: Two): Covariate => ({
  name: "arm",
  codes: arm,
  levels: arms.map(({ level }) => level),
  reference: 0,
});

function lineOf(
  { value: level, label }: { value: string; label: string },
  two: Two,
  isIn: (row: number) => boolean,
): SubgroupLine {
  const rows = within(two.rows, isIn);
  const of = (code: number) => counts(rows, (row) => two.arm[row] === code);
  const [reference, compared] = [of(0), of(1)];
  if (reference.patients === 0 || compared.patients === 0)
    return { level, label, reference, compared, ratio: null, why: "one of the two groups has nobody here" };
  const model = fitted(rows, [armCovariate(two)], { firth: "never", level: two.level });
  return isFitted(model)
    ? { level, label, reference, compared, ratio: nth(model.coefficients, 0), why: null }
    : { level, label, reference, compared, ratio: null, why: model.message.replace(/\.$/, "") };
}

const within = (rows: Rows, isIn: (row: number) => boolean): Rows => ({
  ...rows,
  group: rows.group.map((code, row) => (code >= 0 && isIn(row) ? code : -1)),
});

const productName = "arm × subgroup";

/** Whether the ratio differs between the levels: both groups, the levels and their products, against the same without products. */
function interactionOf(
  two: Two,
  codes: ArrayLike<number>,
  present: readonly { value: string; code: number }[],
): Pick<SubgroupVariable, "interaction" | "why"> {
  if (present.length < 2) return { interaction: null, why: withoutInteraction.oneLevel };
  const place = new Map(present.map(({ code }, at) => [code, at]));
  const subgroup: Covariate = {
    name: "subgroup",
    codes: Int32Array.from(two.arm, (_, row) => place.get(nth(codes, row)) ?? -1),
    levels: present.map(({ value }) => value),
    reference: 0,
  };
  const product: Covariate = { name: productName, of: ["arm", "subgroup"] };
  const rows = within(two.rows, (row) => nth(codes, row) >= 0);
  const model = fitted(rows, [armCovariate(two), subgroup, product], { firth: "never", level: two.level });
  if (!isFitted(model)) return { interaction: null, why: model.message.replace(/\.$/, "") };
  const test = wholeTests(model).get(productName) ?? null;
  return { interaction: test, why: test ? null : withoutInteraction.inestimable };
}
