import * as z from "zod";
import { columnName, fromFile, id, text, timeUnitSchema } from "../fields";
import { variableSchema } from "../variable";
import { referenceGroups } from "./levelsOfGroups";
import { hashFields, ownNotes, ownTexts, panelFields, panelForm, used } from "./panelForm";

/** Where the times of a second file stand; numbers are in `unit`, dates are counted from `origin` of the panel. */
const secondFile = {
  join: id,
  time: columnName,
  unit: timeUnitSchema.default("months"),
};

const chosen = {
  kind: z.literal("response"),
  group: variableSchema.nullable().default(null),
  /** The column of best response; null: there are changes alone, or nothing is said yet and the panel waits. */
  response: columnName.nullable().default(null),
  /** What a blank cell of it counts as. */
  blank: z.enum(["NE", "exclude"]).default("NE"),
  /**
   * The column of best change. `scale` null: percent, unless every number lies within ±1.5; then it is asked. `positive`:
   * what numbers above 0 mean; null: growth, unless the column or the responders say otherwise; then it is asked.
   */
  change: z
    .strictObject({
      column: columnName,
      scale: z.enum(["percent", "fraction"]).nullable().default(null),
      positive: z.enum(["growth", "shrinkage"]).nullable().default(null),
    })
    .nullable()
    .default(null),
  /** A second file of measurements, several a patient: sums of diameters, or the change from baseline itself. */
  measurements: z
    .strictObject({ ...secondFile, value: columnName, as: z.enum(["sum", "percent"]).default("sum") })
    .nullable()
    .default(null),
  /** A second file of intervals with a state, such as lines of treatment. */
  courses: z
    .strictObject({ ...secondFile, stop: columnName, state: columnName.nullable().default(null) })
    .nullable()
    .default(null),
  /** A second file of moments with what happened then. */
  markers: z
    .strictObject({ ...secondFile, state: columnName.nullable().default(null) })
    .nullable()
    .default(null),
  /** The date of time zero, from which dates of second files are counted. */
  origin: columnName.nullable().default(null),
  /** The endpoint whose time is how long a patient was followed, and whose event is death. */
  follow: id.nullable().default(null),
  /** The endpoint of progression: marks it, and says how long stable disease lasted. */
  progression: id.nullable().default(null),
  /** The endpoint of time to response: marks the first response. */
  responded: id.nullable().default(null),
  /** The endpoint of duration of response, whose medians stand beside the rates. */
  duration: id.nullable().default(null),
  /** Stable disease that lasts so many months counts as clinical benefit. */
  benefit: z.number().positive().max(120).default(6),
  /** Whom the rates are of: all patients, where not evaluable is no response, or those with an evaluation. */
  denominator: z.enum(["all", "evaluable"]).default("all"),
  /** The rate whose difference and test are given. */
  compared: z.enum(["ORR", "DCR", "CBR"]).default("ORR"),
  oddsRatio: z.boolean().default(false),
  level: z.number().min(0.5).max(0.999).default(0.95),
  /** What colors bars and lanes; null: best response. */
  color: variableSchema.nullable().default(null),
  /** A second column as a strip below the bars. */
  strip: variableSchema.nullable().default(null),
};

const figureSchema = z.strictObject({
  title: text.nullable().default(null).describe("Title of the figure; null: what is drawn"),
  subtitle: text.nullable().default(null).describe("Line under the title; null: patients and measurements"),
  caption: text.nullable().default(null).describe("Text under the figure; null: what is drawn and how"),
  show: z
    .enum(["waterfall", "swimmer", "spider", "both"])
    .default("both")
    .describe("Bars of best change, lanes of each patient's course, lines of change over time, or bars above lanes"),
  sort: z
    .enum(["length", "group", "response"])
    .default("length")
    .describe("Order of the lanes: longest first, by group, or by best response"),
  only: fromFile
    .nullable()
    .default(null)
    .describe("The group whose lanes are drawn (without lanes: whose bars or lines); null, or without patients: all"),
  lines: z.boolean().default(true).describe("Lines at +20% and −30%"),
});
const figureInHashSchema = figureSchema.omit({ title: true, subtitle: true, caption: true, only: true });

const schema = z.strictObject({
  ...panelFields,
  ...chosen,
  /** What words of the response column mean, where they say it not themselves or the user reads them otherwise. */
  words: z
    .array(z.strictObject({ value: fromFile, as: z.enum(["CR", "PR", "SD", "PD", "NE", "exclude"]) }))
    .max(1000)
    .default([]),
  /** The level differences are against; null, or without patients: the first. */
  reference: fromFile.nullable().default(null),
  figure: figureSchema.prefault({}),
});

/** How the tumors responded: best change, the course of each patient, categories and rates by group. */
export const responseForm = panelForm({
  label: "Response (waterfall, swimmer, spider)",
  opens: false,
  schema,
  inHash: z.strictObject({ ...hashFields, ...chosen, figure: figureInHashSchema.prefault({}) }),
  figureInHash: figureInHashSchema,
  boardOnly: { title: ownTexts, notes: ownNotes, words: "meanings of response words", reference: referenceGroups },
  figureBoardOnly: { title: ownTexts, subtitle: ownTexts, caption: ownTexts, only: "groups that alone are drawn" },
  compares: {
    id: "nothing",
    title: "nothing",
    notes: "nothing",
    figure: "nothing",
    kind: "groups",
    group: "groups",
    response: "groups",
    words: "groups",
    blank: "groups",
    denominator: "groups",
    follow: "nothing",
    progression: "nothing",
    responded: "nothing",
    duration: "nothing",
    benefit: "nothing",
    compared: "test",
    change: "nothing",
    measurements: "nothing",
    courses: "nothing",
    markers: "nothing",
    origin: "nothing",
    oddsRatio: "nothing",
    level: "nothing",
    color: "nothing",
    strip: "nothing",
    reference: "nothing",
  },
  endpoints: ({ follow, progression, responded, duration }) =>
    [...new Set([follow, progression, responded, duration])].filter((each) => each !== null),
  variables: ({ group, response, color, strip }) =>
    used([
      [group, "group"],
      [response === null ? null : { column: response }, "response"],
      [color, "color"],
      [strip, "color"],
    ]),
  withoutValues(panel, { identifies, levels }) {
    const { response, group, reference, figure } = panel;
    const own = new Set(group === null || identifies(group) ? [] : levels(group));
    const ownOrNull = (level: string | null) => (level !== null && own.has(level) ? level : null);
    const keeps = response !== null && !identifies({ column: response });
    return {
      ...panel,
      words: keeps ? panel.words : [],
      reference: ownOrNull(reference),
      figure: { ...figure, only: ownOrNull(figure.only) },
    };
  },
});
