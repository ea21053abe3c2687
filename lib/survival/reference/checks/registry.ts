import type { Agreement } from "../../../agreement/agreement";
import type { ReferenceCheck } from "../../../agreement/verify";
import type { ReferenceCase } from "../referenceCase";
import { checkBootstrapConcordance } from "./bootstrapConcordance";
import { checkCox } from "./cox";
import { checkCumulativeIncidence } from "./cumulativeIncidence";
import { checkCutPoint } from "./cutPoint";
import { checkFineGray } from "./fineGray";
import { checkKaplanMeier } from "./kaplanMeier";
import { checkLandmark } from "./landmark";
import { checkLogRank } from "./logRank";
import { checkRestrictedMeans } from "./restrictedMeans";
import { checkStepwise } from "./stepwise";

type Check = (one: ReferenceCase) => Iterable<Agreement>;

/** How each kind of case is compared with what R gave. */
const checks = {
  km: checkKaplanMeier,
  logrank: checkLogRank,
  rmstdiff: checkRestrictedMeans,
  landmark: checkLandmark,
  cutpoint: checkCutPoint,
  cox: checkCox,
  stepwise: checkStepwise,
  bootstrapC: checkBootstrapConcordance,
  cif: checkCumulativeIncidence,
  finegray: checkFineGray,
} as unknown as Readonly<Record<string, Check>>;

/** A case as it is compared. */
export const survivalCheck = (one: ReferenceCase): ReferenceCheck => ({
  id: one.id,
  call: one.call,
  compare: () => checks[one.kind](one),
});
