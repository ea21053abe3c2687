import { responseCategories, responseLabels } from "../../cohort/responseMeaning";
import { decimals } from "../../format";
import { nth } from "../../numeric/nth";
import type { ResponsePatient } from "./result";

/** "+12%", "−34%". */
export const changeInWords = (change: number): string =>
  `${change > 0 ? "+" : ""}${decimals(change, Number.isInteger(change) ? 0 : 1)}%`;

/** What a bar or lane says when it is pointed at; it names nobody. */
export const patientInWords = ({ number, category, change }: ResponsePatient): string =>
  [
    `No. ${number}`,
    ...(category < 0 ? [] : [responseLabels[nth(responseCategories, category)]]),
    Number.isNaN(change) ? "no measurement" : changeInWords(change),
  ].join(" · ");
