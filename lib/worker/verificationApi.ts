import { casesOf } from "../survival/reference/referenceCase";
import { type CaseAgreement, verify } from "../survival/reference/verify";

/** The worker that runs the reference cases: the checks of the unit tests, in the reader's own browser. */
export interface VerificationApi {
  /** Verifies the cases of a data set from the texts of its two files, and reports each as it is done. */
  verify(expected: string, csv: string, onCase: (result: CaseAgreement) => void): void;
}

export const verificationApi: VerificationApi = {
  verify(expected, csv, onCase) {
    for (const one of casesOf(JSON.parse(expected), csv)) onCase(verify(one));
  },
};
