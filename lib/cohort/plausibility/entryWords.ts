import { wordsOf } from "../layouts/columnWords";

/** Names of columns that say when patients came under observation, in words as `wordsOf` gives them. */

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" ").flatMap(wordsOf));
const entryWords = wordSet("entry enter entered entrytime truncation trunc delayed eintritt entree");
const observedWords = wordSet(
  "enrolment enrollment enrolled enrol enroll recruitment recruited inclusion included registration registered consent consented sequencing sequenced seq referral referred report einschluss rekrutierung registrierung sequenzierung enrôlement recrutement séquençage inclusie inclusione inclusão inclusión arruolamento reclutamento reclutamiento secuenciación sequenziamento",
);
/** Of a study, a form or what was sequenced: no moment of a patient. */
const otherWords = wordSet("id form data criteria number no depth reads coverage panel platform type center site");
const ageWords = wordSet("age alter edad idade eta età leeftijd alder");
const diagnosisWords = wordSet(
  "diagnosis diagnosed diagnose dx diag diagnostic diagnóstico diagnosi erstdiagnose diagnosedatum diagnosealter",
);
const originWords = wordSet("from since after post seit ab depuis desde dopo");
const untilWords = wordSet("to until till bis zur zum jusqu hasta fino até");

const has = (set: ReadonlySet<string>) => (name: string) => wordsOf(name).some((word) => set.has(word));
export const saysAge = has(ageWords);
export const saysDiagnosis = has(diagnosisWords);
export const saysUntil = has(untilWords);
/** Whether enrolment, registration or sequencing is spoken of, as where time ends or where it begins. */
export const tellsObservation = has(observedWords);

/** "entry" and its like, in the names of times. */
export const saysEntry = (name: string): boolean =>
  has(entryWords)(name) && !has(otherWords)(name) && !saysAge(name) && !wordsOf(name).includes("date");

/**
 * Whether a name tells when patients entered, were enrolled, registered or sequenced: "days_to_sequencing", "time from
 * diagnosis to enrolment". In "days from enrolment to response" and "enrolment to death" it is where the clock starts.
 */
export function observationIn(name: string): boolean {
  const words = wordsOf(name);
  if (has(otherWords)(name)) return false;
  const isBeginning = (word: string) => observedWords.has(word) || entryWords.has(word);
  return words.some((word, place) => {
    if (!isBeginning(word)) return false;
    const before = words.slice(0, place);
    const starts = before.findLastIndex((each) => originWords.has(each));
    const ends = before.findLastIndex((each) => untilWords.has(each));
    const next = words.slice(place + 1).find((each) => !isBeginning(each));
    return starts <= ends && !(next !== undefined && untilWords.has(next));
  });
}
