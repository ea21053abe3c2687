import { type CaseAgreement, verify } from "../agreement/verify";
import { checksOf, type ReferenceOf } from "../analysis/reference/registry";

/** The worker that runs the reference cases: the checks of the unit tests, in the reader's own browser. */
export interface VerificationApi {
  /** Verifies the cases of a reference from the texts of its files, and reports each as it is done. */
  verify(reference: ReferenceOf<string>, onCase: (result: CaseAgreement) => void): Promise<void>;
}

export const verificationApi: VerificationApi = {
  async verify(reference, onCase) {
    for (const check of await checksOf(reference)) onCase(verify(check));
  },
};
