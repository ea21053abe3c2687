import type { PanelOf } from "../../board/panelForms/registry";
import { nth } from "../../numeric/nth";
import { standardErrorOf } from "../../panels/coefficientInWords";
import type { SubgroupLine, SubgroupsResult } from "../../panels/subgroups/result";
import type { EstimatedCoefficient } from "../../survival";
import { type DataSet, type GroupColumn, sameVariable } from "../dataSet/dataSet";
import { type Check, same, sameWhereKnown } from "./checked";
import { type Block, patientsInR, placesOf } from "./patientsInR";
import { modelCall, ofColumn } from "./regression/model";
import { rText, rTexts } from "./rText";

/** The block of subgroups: the two groups in all patients and in every level, and the tests of interaction. */
export function subgroupsScript(panel: PanelOf<"subgroups">, result: SubgroupsResult, data: DataSet): Block | string {
  const places = placesOf({ ...panel, strata: null, split: null }, data);
  if (typeof places === "string") return places;
  const found = panel.by.map((of) => data.groups.find((group) => sameVariable(group.of, of)));
  const by = found.flatMap((each) => each ?? []);
  if (by.length < found.length)
    return "a column of subgroups is not in the data set, because it may identify patients.";
  const { group, patient, endpoint } = places;
  if (group === null) return "it compares no groups.";
  if (patient !== null && endpoint.weightKind === "sampling")
    return "its rows are intervals of patients with weights of a sample.";
  const arm = ({ level }: { level: string }) => textOf(group, level);
  const call = modelCall(places);
  const lines = [
    { line: result.overall, data: "dat" },
    ...result.variables.flatMap((variable, at) =>
      variable.lines.map((line) => ({
        line,
        data: `dat[which(dat$s${at + 1} == ${rText(textOf(nth(by, at), line.level))}), ]`,
      })),
    ),
  ];
  const estimated = lines.flatMap(({ line, data: of }) =>
    line.ratio?.kind === "estimated" ? [{ ratio: line.ratio, of }] : [],
  );
  const tested = result.variables.flatMap(({ interaction }, at) =>
    interaction ? [{ interaction, name: `s${at + 1}` }] : [],
  );
  const robust = tested.some(({ interaction }) => interaction.test !== "likelihood ratio");
  const counted = (of: (line: SubgroupLine) => number) => lines.map(({ line }) => of(line));
  const ratio = (of: (each: EstimatedCoefficient) => number) => estimated.map((each) => of(each.ratio));
  const checks: Check[] = [
    same(
      "patients compared",
      "counts[1, ]",
      counted((line) => line.compared.patients),
      ofColumn("n compared"),
    ),
    same(
      "events compared",
      "counts[2, ]",
      counted((line) => line.compared.events),
      ofColumn("events compared"),
    ),
    same(
      "patients of the reference",
      "counts[3, ]",
      counted((line) => line.reference.patients),
      ofColumn("n reference"),
    ),
    same(
      "events of the reference",
      "counts[4, ]",
      counted((line) => line.reference.events),
      ofColumn("events reference"),
    ),
    ...(estimated.length === 0
      ? []
      : [
          same(
            "log hazard ratios",
            "ratios[1, ]",
            ratio(({ coefficient }) => coefficient),
            ofColumn("coef"),
          ),
          sameWhereKnown("their standard errors", "ratios[2, ]", ratio(standardErrorOf), ofColumn("se")),
          same(
            "hazard ratios",
            "exp(ratios[1, ])",
            ratio(({ hazardRatio }) => hazardRatio),
            ofColumn("hr"),
          ),
          sameWhereKnown(
            "their lower limits",
            "exp(ratios[3, ])",
            ratio(({ lower }) => lower),
            ofColumn("lower"),
          ),
          sameWhereKnown(
            "their upper limits",
            "exp(ratios[4, ])",
            ratio(({ upper }) => upper),
            ofColumn("upper"),
          ),
        ]),
    ...(tested.length === 0
      ? []
      : [
          same(
            "degrees of freedom of interactions",
            "tests[1, ]",
            tested.map(({ interaction }) => interaction.df),
            ofColumn("df interaction"),
          ),
          same(
            "P of interaction",
            "tests[2, ]",
            tested.map(({ interaction }) => interaction.p),
            ofColumn("p interaction"),
          ),
        ]),
  ];
  return {
    lines: [
      ...patientsInR({ landmark: null, censorAt: null, unit: endpoint.unit }, places, {
        columns: by.map(
          ({ name, levels }, at) =>
            `s${at + 1} = factor(cohort$${name}, levels = ${rTexts(levels.map(({ text }) => text))})`,
        ),
        times: [],
      }),
      `dat <- droplevels(dat[dat$group %in% ${rTexts([arm(result.compared), arm(result.reference)])}, ])`,
      `dat$arm <- as.numeric(dat$group == ${rText(arm(result.compared))})`,
      `of_arm <- function(d, arm) c(${patient ? "length(unique(d$id[d$arm == arm]))" : "sum(d$arm == arm)"}, sum(d$event[d$arm == arm]))`,
      "counted <- function(d) c(of_arm(d, 1), of_arm(d, 0))",
      `counts <- cbind(${lines.map((each) => `counted(${each.data})`).join(",\n  ")})`,
      ...(estimated.length === 0
        ? []
        : [
            "ratio_in <- function(d) {",
            `  fit <- ${call.of(["arm"], "d")}`,
            `  c(coef(fit), sqrt(diag(vcov(fit))), confint(fit, level = ${result.level}))`,
            "}",
            `ratios <- cbind(${estimated.map((each) => `ratio_in(${each.of})`).join(",\n  ")})`,
            "print(exp(ratios[c(1, 3, 4), , drop = FALSE]))",
          ]),
      ...(tested.length === 0 ? [] : interactionInR(call, robust)),
      ...(tested.length === 0
        ? []
        : [`tests <- sapply(${rTexts(tested.map(({ name }) => name))}, interaction_by)`, "print(tests)"]),
    ],
    checks,
  };
}

const interactionInR = (call: ReturnType<typeof modelCall>, robust: boolean): string[] => [
  "interaction_by <- function(x) {",
  "  d <- droplevels(dat[!is.na(dat[[x]]), ])",
  "  d$by <- d[[x]]",
  `  with <- ${call.of(["arm", "by", "arm:by"], "d")}`,
  '  products <- grep(":", names(coef(with)))',
  "  df <- sum(!is.na(coef(with)[products]))",
  ...(robust
    ? ["  c(df, wald_whole(with, products))"]
    : [
        `  without <- ${call.of(["arm", "by"], "d")}`,
        "  c(df, pchisq(2 * (with$loglik[2] - without$loglik[2]), df, lower.tail = FALSE))",
      ]),
  "}",
];

const textOf = ({ levels }: GroupColumn, level: string): string =>
  levels.find((each) => each.level === level)?.text ?? "";
