import { type Checklist, part, see, whole } from "./checklist";
import { characteristics, definitions, endpoints, flow, periods, statistics } from "./known";

/** REMARK: 20 items. Source: McShane et al. 2005; Altman et al. 2012, Table 1. */
export const remark: Checklist = {
  title: "REMARK, prognostic studies of tumor markers",
  about:
    "Where the score, gene or number is a tumor marker. Numbers of the items: McShane et al., Br J Cancer 2005;93:387–391; Altman et al., PLoS Med 2012;9:e1001216. The items are shortened here: complete the official checklist.",
  items: [
    {
      number: "1",
      asks: "Marker, objectives and hypotheses set beforehand",
      known: ({ marker }) => part(marker === null ? "" : `Marker: ${marker}.`),
    },
    { number: "2", asks: "Patients, their source, inclusion and exclusion", known: characteristics },
    { number: "3", asks: "Treatments, and how they were chosen" },
    { number: "4", asks: "Biological material, its preservation and storage" },
    { number: "5", asks: "Assay, its protocol and quality, and blinding to the endpoint" },
    { number: "6", asks: "Selection of cases, period, end of follow-up and its median", known: periods },
    { number: "7", asks: "All clinical endpoints, exactly", known: endpoints },
    {
      number: "8",
      asks: "All candidate variables considered",
      known: ({ covariates }) =>
        part(covariates.length === 0 ? "" : `In the models of this document: ${covariates.join(", ")}.`),
    },
    { number: "9", asks: "Rationale of the sample size" },
    {
      number: "10",
      asks: "All statistical methods, selection, assumptions and missing values",
      known: statistics,
    },
    { number: "11", asks: "How marker values were handled; how cut-points were determined", known: definitions },
    { number: "12", asks: "Flow of patients, with numbers and events, overall and in subgroups", known: flow },
    {
      number: "13",
      asks: "Distributions of basic characteristics, standard variables and marker, with missing values",
      known: characteristics,
    },
    {
      number: "14",
      asks: "Relation of the marker to standard prognostic variables",
      known: ({ characteristics: each, marker }) =>
        part(see(each.filter(({ by }) => by !== null && by === marker).map(({ table }) => table))),
    },
    {
      number: "15",
      asks: "Marker and outcome alone: estimated effect, and Kaplan–Meier plot",
      known: ({ curvesByMarker, markerRatio }) => (markerRatio ? whole : part)(see(curvesByMarker)),
    },
    {
      number: "16",
      asks: "Key multivariable analyses: effects with intervals of the marker and all other variables",
      known: ({ togetherWithMarker }) => whole(see(togetherWithMarker)),
    },
    {
      number: "17",
      asks: "Effects with intervals of marker and standard variables together, whatever their significance",
      known: ({ togetherWithMarker, covariates }) =>
        part(
          togetherWithMarker.length === 0
            ? ""
            : `${see(togetherWithMarker)} Covariates: ${covariates.join(", ")}; which of them are standard is not known here.`,
        ),
    },
    {
      number: "18",
      asks: "Further investigations: assumptions, sensitivity, internal validation",
      known: ({ proportional }) =>
        part(proportional.length === 0 ? "" : `Proportional hazards were checked: ${see(proportional)}`),
    },
    { number: "19", asks: "Interpretation against hypotheses and other studies; limitations" },
    { number: "20", asks: "Implications for research and clinical value" },
  ],
};
