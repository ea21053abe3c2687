import { type Checklist, part, see, together } from "./checklist";
import {
  characteristics,
  definitions,
  eligibility,
  events,
  flow,
  followUp,
  missing,
  missingCounts,
  periods,
  statistics,
} from "./known";

/** STROBE of cohort studies: 22 items, those with letters as their parts. Source: von Elm et al. 2007, Table 1. */
export const strobe: Checklist = {
  title: "STROBE, cohort studies",
  about:
    "For an observational cohort; of a trial use CONSORT. Numbers of the items: von Elm et al., PLoS Med 2007;4:e296. The items are shortened here: complete the official checklist.",
  items: [
    { number: "1a", asks: "Design in the title or abstract" },
    { number: "1b", asks: "Abstract: what was done and found" },
    { number: "2", asks: "Background and rationale" },
    { number: "3", asks: "Objectives and hypotheses set beforehand" },
    { number: "4", asks: "Study design, early in the paper" },
    { number: "5", asks: "Setting, locations and dates", known: periods },
    { number: "6a", asks: "Eligibility, sources, selection and follow-up of participants", known: eligibility },
    { number: "6b", asks: "Matching, where there was any" },
    {
      number: "7",
      asks: "Outcomes, exposures, predictors and confounders defined",
      known: ({ endpoints, definitions: made }) =>
        part(endpoints.length === 0 ? "" : `Defined in Methods: ${[...endpoints, ...made].join(", ")}.`),
    },
    { number: "8", asks: "Data sources and how each variable was measured" },
    { number: "9", asks: "Efforts against bias" },
    { number: "10", asks: "How the study size came about" },
    { number: "11", asks: "How numbers were handled and grouped, and why", known: definitions },
    { number: "12a", asks: "All statistical methods", known: statistics },
    {
      number: "12b",
      asks: "Methods for subgroups and interactions",
      known: ({ subgroups, interactions }) => part(see([...subgroups, ...interactions])),
    },
    { number: "12c", asks: "How missing values were handled", known: missing },
    {
      number: "12d",
      asks: "How loss to follow-up was handled",
      known: ({ curves }) =>
        part(curves.length > 0 ? "Patients whose follow-up ends without the event are censored then." : ""),
    },
    { number: "12e", asks: "Sensitivity analyses" },
    { number: "13a", asks: "Participants at each stage", known: flow },
    { number: "13b", asks: "Why participants were lost at each stage", known: flow },
    {
      number: "13c",
      asks: "A flow diagram",
      known: ({ flow: there }) => part(there ? "See Flow of patients, from the file on." : ""),
    },
    { number: "14a", asks: "Characteristics of participants", known: characteristics },
    { number: "14b", asks: "Missing values of each variable", known: missingCounts },
    { number: "14c", asks: "Follow-up time", known: followUp },
    { number: "15", asks: "Outcome events, or summaries over time", known: events },
    {
      number: "16a",
      asks: "Unadjusted and adjusted estimates with their precision; which confounders, and why",
      known: ({ alone, together: adjusted }) =>
        part(
          together(
            alone.length > 0 ? `Unadjusted: ${see(alone)}` : "",
            adjusted.length > 0 ? `Of all covariates together: ${see(adjusted)}` : "",
          ),
        ),
    },
    { number: "16b", asks: "Boundaries of categories made of numbers", known: definitions },
    { number: "16c", asks: "Absolute risks over a meaningful time", known: ({ atTimes }) => part(see(atTimes)) },
    {
      number: "17",
      asks: "Other analyses: subgroups, interactions, sensitivity",
      known: ({ subgroups, interactions }) => part(see([...subgroups, ...interactions])),
    },
    { number: "18", asks: "Key results against the objectives" },
    { number: "19", asks: "Limitations, bias and imprecision" },
    { number: "20", asks: "Cautious interpretation" },
    { number: "21", asks: "Generalizability" },
    { number: "22", asks: "Funding and the role of funders" },
  ],
};
