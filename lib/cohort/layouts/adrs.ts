import { counted, listed } from "../../format";
import { spreadName } from "../collapse";
import { adrsOf, timeOfRows } from "../proposeResponse";
import { named, quotedNames } from "./columnWords";
import type { Layout } from "./layout";

/** Columns of ADRS that belong to a row of a parameter and not to the patient. */
const ofParameter = new Set(
  "AVAL AVALC AVALCA1N PARAM PARAMN PARCAT1 PARCAT2 ADT ADTM ADY ADTF AVISIT AVISITN VISIT VISITNUM VISITDY ANL01FL ANL02FL ANL03FL CHG BASE BASEC ABLFL DTYPE SRCDOM SRCVAR SRCSEQ ASEQ RSSEQ RSEVAL RSEVALID RSDTC RSORRES RSSTRESC RSSTRESN RSTESTCD RSTEST CRIT1 CRIT1FL AVALU".split(
    " ",
  ),
);

/** CDISC ADaM responses: one row per patient, parameter and visit. */
export const adrs: Layout = {
  id: "adrs",
  label: "CDISC ADaM tumor responses (ADRS)",
  recognize: (summary) => {
    const found = adrsOf(summary);
    const id = named(summary, "USUBJID", "SUBJID");
    if (!found || !id) return null;
    return `columns ${quotedNames([id.name, found.parameter, found.word])}, best response from ${found.code}`;
  },
  propose: (summary) => {
    const found = adrsOf(summary);
    if (!found) return { endpoints: [] };
    const { parameter, word, code } = found;
    const values = summary.columns.filter(({ name }) => ofParameter.has(name.toUpperCase())).map(({ name }) => name);
    const others = (named(summary, parameter)?.levels ?? []).filter(({ value }) => value !== code);
    return {
      endpoints: [],
      patientId: named(summary, "USUBJID", "SUBJID")?.name ?? null,
      severalRows: "first",
      pivot: { parameter, values },
      // Of the responses at visits the best; a parameter of one row a patient is that row.
      ofRows: [{ column: word, take: { rule: "bestResponse", by: timeOfRows(summary) } }],
      response: spreadName(word, code),
      group: named(summary, "TRT01P", "ARM", "ACTARM", "TRTP", "TRT01A", "TRTA")?.name ?? null,
      notes:
        others.length === 0
          ? []
          : [
              {
                code: "adrs-parameters",
                count: others.length,
                columns: [parameter],
                message: `Best response is “${word}” where “${parameter}” is ${code}; ${counted(others.length, "other parameter")}, ${listed(others.slice(0, 5).map(({ value }) => value))}, ${others.length === 1 ? "is a column of its own" : "are columns of their own"}.`,
                hint: "Choose another one beside the figure of responses.",
              },
            ],
    };
  },
};
