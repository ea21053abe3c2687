import * as z from "zod";
import { survivalTests } from "../../survival";
import { columnName, fromFile, id, timeUnitSchema } from "../fields";
import { figureInHashSchema, figureOptionsSchema } from "../figureOptions";
import { variableSchema } from "../variable";
import { figureTexts, referenceGroups, withOwnLevels } from "./levelsOfGroups";
import {
  endpointField,
  endpointInHash,
  hashFields,
  ownNotes,
  ownTexts,
  panelFields,
  panelForm,
  used,
} from "./panelForm";

/**
 * The tests a panel can compare its groups by: the registry of lib/survival/tests, and what is not one weighted
 * log-rank test.
 */
export const testChoices: readonly { id: string; label: string; emphasis: string }[] = [
  ...survivalTests,
  { id: "maxCombo", label: "MaxCombo", emphasis: "any kind of difference between two groups" },
];

const positive = z.number().positive();

const chosen = {
  kind: z.literal("kaplanMeier"),
  group: variableSchema.nullable().default(null),
  test: z.enum(testChoices.map(({ id }) => id) as [string, ...string[]]).default("logRank"),
  /**
   * In place of a group, one that changes: when, since time zero (numbers in `unit`, null: the endpoint's) or as a
   * date; no value for never.
   */
  changes: z
    .strictObject({ column: columnName, unit: timeUnitSchema.nullable().default(null) })
    .nullable()
    .default(null),
  /**
   * In place of a group, two at the cut of a number that separates them most; the low one has at least this share of
   * the patients.
   */
  cut: z
    .strictObject({ of: variableSchema, minShare: z.number().min(0.01).max(0.49).default(0.1) })
    .nullable()
    .default(null),
  /** A stratified test and model; the curves stay those of the groups. */
  strata: variableSchema.nullable().default(null),
  /** P beside that of the test, from dealing the groups out anew. */
  permutation: z
    .strictObject({ count: z.int().min(100).max(100_000).default(10_000), seed: z.int().min(0).default(1) })
    .nullable()
    .default(null),
  /** Differences and ratios of medians, with intervals from so many bootstrap resamples. */
  medians: z
    .strictObject({ count: z.int().min(1000).max(10_000).default(2000), seed: z.int().min(0).default(1) })
    .nullable()
    .default(null),
  /** How the P of every two groups is adjusted for their number. */
  adjust: z.enum(["holm", "benjaminiHochberg", "bonferroni"]).default("holm"),
  /** Small figures on shared axes, one for each level. */
  split: variableSchema.nullable().default(null),
  /** Another endpoint whose curves are drawn in the same figure. */
  also: id.nullable().default(null),
  // Times in the unit of the endpoint, from its time zero.
  /** Only patients still followed and without the event past this time, whose clock begins there. */
  landmark: positive.nullable().default(null),
  /** Follow-up past this time is not used. */
  censorAt: positive.nullable().default(null),
  /**
   * Where restricted means end, on the clock of the curves; null, or beyond it: the smallest last follow-up of the
   * groups.
   */
  tau: positive.nullable().default(null),
  /** Survival given alive at this time, on the clock of the curves. */
  givenAliveAt: positive.nullable().default(null),
};

const schema = z.strictObject({
  ...panelFields,
  ...endpointField,
  ...chosen,
  /** The level hazard ratios and differences are against; null, or without patients: the first. */
  reference: fromFile.nullable().default(null),
  figure: figureOptionsSchema.prefault({}),
});

/** Kaplan–Meier curves of the groups, compared. */
export const kaplanMeierForm = panelForm({
  label: "Survival curves (Kaplan–Meier)",
  opens: true,
  schema,
  inHash: z.strictObject({ ...hashFields, ...endpointInHash, ...chosen, figure: figureInHashSchema.prefault({}) }),
  figureInHash: figureInHashSchema,
  boardOnly: { title: ownTexts, notes: ownNotes, reference: referenceGroups },
  figureBoardOnly: figureTexts,
  compares: {
    id: "nothing",
    title: "nothing",
    notes: "nothing",
    figure: "nothing",
    kind: "groups",
    endpoint: "groups",
    group: "groups",
    changes: "groups",
    cut: "groups",
    strata: "groups",
    split: "groups",
    also: "groups",
    landmark: "groups",
    censorAt: "groups",
    test: "test",
    permutation: "nothing",
    medians: "nothing",
    adjust: "nothing",
    reference: "nothing",
    tau: "nothing",
    givenAliveAt: "nothing",
  },
  endpoints: ({ endpoint, also }) => (also === null ? [endpoint] : [endpoint, also]),
  variables: ({ group, cut, changes, strata, split }) =>
    used([
      [group, "group"],
      [cut?.of, "searched cut-point"],
      [changes && { column: changes.column }, "change of group"],
      [strata, "strata"],
      [split, "small figures"],
    ]),
  withoutValues: withOwnLevels,
});

/** A panel with the given choices and defaults for the rest. */
export const kaplanMeierPanel = (choices: Pick<z.input<typeof schema>, "endpoint" | "group">) =>
  schema.parse({ id: "new", kind: "kaplanMeier", ...choices });
