import type { PanelOf } from "../../board/panelForms/registry";
import { cohortRows } from "../cohortRows";
import type { PanelColumn, PanelKind } from "../panelKind";
import { analyzeCharacteristics, choicesOf } from "./analyze";
import { readRow } from "./read";
import type { CharacteristicsResult } from "./result";

/** Who the patients are, by group. */
export const characteristicsKind: PanelKind<PanelOf<"characteristics">, CharacteristicsResult> = {
  title: ({ group }, { variables }) => (group === null ? "Patients" : `Patients by ${variables.label(group)}`),
  analyze: analyzeCharacteristics,
  rows: () => null,
  /**
   * Patients of a group (null: of all), and of them those with a value of the characteristic of this number, with the
   * level named, or without a value: `[group, row, "known" | "level" | "missing", level]`.
   */
  part(prepared, panel, [group = null, row = null, which = null, level = null]) {
    const cohort = cohortRows(prepared, { group: panel.group });
    if ("state" in cohort) return null;
    const choice = row === null ? undefined : choicesOf(prepared, panel)[Number(row)];
    if (row !== null && !choice) return null;
    const read = choice ? readRow(prepared, choice) : null;
    if (read && !read.ok) return null;
    const wanted = group === null ? null : cohort.levels.findIndex(({ value }) => value === group);
    const column = (of: PanelOf<"characteristics">["group"]) => (of && "column" in of ? [of.column] : []);
    const isIn = (at: number) => {
      if (read === null || which === null) return true;
      const value = read.value;
      const known = value.kind === "numbers" ? !Number.isNaN(value.values[at]) : (value.codes[at] ?? -1) >= 0;
      if (which !== "level") return known === (which === "known");
      return value.kind === "levels" && value.levels[value.codes[at] ?? -1]?.value === level;
    };
    const rows: number[] = [];
    cohort.group.forEach((place, at) => {
      if (place >= 0 && (wanted === null || place === wanted) && isIn(at)) rows.push(at);
    });
    return { rows, columns: [...column(choice?.of ?? null), ...column(panel.group)] };
  },
  data(prepared, panel) {
    const columns = choicesOf(prepared, panel).flatMap((choice, at): PanelColumn[] => {
      const read = readRow(prepared, choice);
      if (!read.ok) return [];
      const { of } = choice;
      const name = "column" in of ? of.column : `${of.score}_${of.as ?? "group"}`;
      const { value } = read;
      const values =
        value.kind === "numbers"
          ? { numbers: value.values }
          : { codes: value.codes, levels: value.levels.map((level) => level.value), reference: 0 };
      return [{ id: `row${at}`, name, title: value.label, of, values }];
    });
    const cohort = cohortRows(prepared, { group: null });
    const weight = "state" in cohort ? undefined : cohort.weight;
    return weight
      ? [...columns, { id: "weight", name: "weight", title: "Weight", of: null, values: { numbers: weight } }]
      : columns;
  },
  columns: () => [],
};
