import type { PanelOf } from "../../../board/panelForms/registry";
import { type Part as Curves, partName, partsOf } from "../../../panels/kaplanMeier/parts";
import type { KaplanMeierResult } from "../../../panels/kaplanMeier/result";
import { timeIn } from "../../../panels/timeUnit";
import type { DataSet } from "../../dataSet/dataSet";
import type { Check } from "../checked";
import { type Block, type Places, patientsInR, placesOf } from "../patientsInR";
import { rText } from "../rText";
import { curvesInR } from "./curves";
import { mediansInR } from "./medians";
import { followUpInR, modelInR, ratesInR } from "./model";
import { calledIn, type Part } from "./part";
import { plotInR } from "./plot";
import { cutInR, searchInR, spellsInR } from "./regrouped";
import { maxComboInR, testsInR } from "./tests";
import { differencesInR, givenAliveInR, restrictedMeansInR } from "./times";

type Panel = PanelOf<"kaplanMeier">;

/**
 * The block of one panel: its patients, curves, tests and models, and at its end what they must agree with; then those
 * of each of its small figures and of its second endpoint.
 */
export function kaplanMeierScript(panel: Panel, result: KaplanMeierResult, data: DataSet): Block | string {
  const places = placesOf(panel, data);
  if (typeof places === "string") return places;
  const sampled = places.endpoint.weightKind === "sampling";
  if (places.patient && sampled) return "its rows are intervals of patients with weights of a sample.";
  if (result.setting.changes !== null && (places.patient || sampled))
    return "its groups change over time in weighted rows or in intervals of patients.";
  const own = data.columns.filter((each) => each.panel === panel.id);
  const regroups = [...(panel.changes ? ["changed"] : []), ...(panel.cut ? ["value"] : [])];
  const more = regroups.map((id) => ({ id, column: own.find((each) => each.id === id) }));
  if (more.some(({ column }) => !column)) return "what its groups are made from is not in the data set.";
  const [all, ...others] = partsOf(result);
  if (!all) return "it has no curve.";
  const main = partOf(panel, all, places);
  const patients = patientsInR({ ...panel, unit: result.endpoint.unit }, places, {
    columns: more.map(({ id, column }) => `${id} = cohort$${column?.name}`),
    times: panel.changes ? ["changed"] : [],
  });
  return {
    lines: [
      ...patients,
      ...(panel.changes ? spellsInR : []),
      ...(result.cut ? cutInR(result.cut) : []),
      ...partInR(main),
      ...followUpInR(main),
      ...givenAliveInR(main),
      ...restrictedMeansInR(main),
      ...plotInR(panel, result, panel.title ?? result.endpoint.label),
    ],
    checks: main.checks,
    further: searchInR(result) ?? maxComboInR(main),
    parts: others.flatMap((each) => otherInR(panel, each, result, data)),
  };
}

/** Where a part stands, and what it is compared with. */
function partOf(panel: Panel, { subgroup, result }: Curves, places: Places): Part {
  const entered = places.endpoint.entry !== null;
  const late = entered || panel.changes !== null;
  const checks: Check[] = [];
  return {
    panel,
    result,
    surv: late ? "Surv(entry, time, event)" : "Surv(time, event)",
    late,
    entered,
    sampled: places.endpoint.weightKind === "sampling",
    intervals: places.patient !== null,
    strata: places.strata !== null,
    called: calledIn({ subgroup, endpoint: result.endpoint.label }),
    checks,
  };
}

/** What is computed of the patients in `dat`, whichever they are. */
const partInR = (part: Part): string[] => [
  ...curvesInR(part),
  ...testsInR(part),
  ...modelInR(part),
  ...ratesInR(part),
  ...mediansInR(part),
  ...differencesInR(part),
];

/** A small figure or a second endpoint: its patients, anew, on the clock of the first endpoint. */
function otherInR(panel: Panel, curves: Curves, whole: KaplanMeierResult, data: DataSet): NonNullable<Block["parts"]> {
  const own = data.endpoints.find(({ id }) => id === panel.endpoint)?.unit;
  const places = placesOf({ ...panel, endpoint: (curves.second ? panel.also : null) ?? panel.endpoint }, data);
  if (typeof places === "string" || own === undefined) return [];
  const inOwn = (time: number | null) => (time === null ? null : timeIn(time, own, places.endpoint.unit));
  const clock = { landmark: inOwn(panel.landmark), censorAt: inOwn(panel.censorAt) };
  const facet = whole.multiples?.facets.find(
    ({ result }) => result === curves.result || result.second === curves.result,
  );
  const level = facet && places.split?.levels.find((each) => each.level === facet.level);
  const name = partName(curves, whole);
  const part = partOf(panel, curves, places);
  return [
    {
      name,
      lines: [
        ...patientsInR({ ...clock, unit: whole.endpoint.unit }, places),
        ...(level ? [`dat <- droplevels(dat[dat$facet == ${rText(level.text)}, ])`] : []),
        ...partInR(part),
        ...plotInR(panel, curves.result, name),
      ],
      checks: part.checks,
    },
  ];
}
