import { type Checklist, part, see, together, whole } from "./checklist";
import { characteristics, definitions, eligibility, endpoints, events, flow, missing, periods } from "./known";

/** TRIPOD: 22 items, those with letters as their parts; D: development, V: validation. Source: Collins et al. 2015. */
export const tripod: Checklist = {
  title: "TRIPOD, prediction models",
  about:
    "Where a risk score is developed (D) or validated (V). Numbers of the items: Collins et al., Ann Intern Med 2015;162:55–63; of a new study see also TRIPOD+AI (Collins et al., BMJ 2024;385:e078378), which numbers them otherwise. The items are shortened here: complete the official checklist.",
  items: [
    { number: "1", asks: "Title: developing or validating, target population, outcome" },
    { number: "2", asks: "Abstract" },
    { number: "3a", asks: "Medical context and rationale, existing models" },
    { number: "3b", asks: "Objectives: development, validation or both" },
    { number: "4a", asks: "Design or source of data" },
    { number: "4b", asks: "Dates: accrual and end of follow-up", known: periods },
    { number: "5a", asks: "Setting and centers" },
    { number: "5b", asks: "Eligibility", known: eligibility },
    { number: "5c", asks: "Treatments" },
    { number: "6a", asks: "Outcome, how and when assessed", known: endpoints },
    { number: "6b", asks: "Blinding of the outcome" },
    { number: "7a", asks: "Predictors, how and when measured", known: definitions },
    { number: "7b", asks: "Blinding of predictors" },
    { number: "8", asks: "How the study size came about" },
    { number: "9", asks: "How missing values were handled", known: missing },
    { number: "10a", asks: "D: how predictors were handled", known: definitions },
    { number: "10b", asks: "D: type of model, how it was built, internal validation" },
    { number: "10c", asks: "V: how predictions were calculated", known: definitions },
    { number: "10d", asks: "Measures of performance" },
    { number: "10e", asks: "V: updating of the model" },
    { number: "11", asks: "How risk groups were made", known: definitions },
    { number: "12", asks: "V: differences from the development data" },
    {
      number: "13a",
      asks: "Flow of participants, with and without the outcome, and follow-up time",
      known: (evidence) => {
        const known = flow(evidence);
        return known && part(together(known.says, ...evidence.followUp));
      },
    },
    { number: "13b", asks: "Characteristics of participants, with missing values", known: characteristics },
    { number: "13c", asks: "V: comparison with the development data" },
    { number: "14a", asks: "D: participants and events in each analysis", known: events },
    { number: "14b", asks: "D: unadjusted associations, where done", known: ({ alone }) => whole(see(alone)) },
    { number: "15a", asks: "D: the full model, with baseline survival at a time", known: definitions },
    { number: "15b", asks: "D: how to use the model" },
    { number: "16", asks: "Performance with intervals" },
    { number: "17", asks: "V: results of updating" },
    { number: "18", asks: "Limitations" },
    { number: "19a", asks: "V: results against those in the development data" },
    { number: "19b", asks: "Overall interpretation" },
    { number: "20", asks: "Clinical use and research to come" },
    { number: "21", asks: "Supplementary resources" },
    { number: "22", asks: "Funding and the role of funders" },
  ],
};
