import { type Agreement, agree } from "../../../agreement/agreement";
import { seededRandom } from "../../../numeric/random";
import { bootstrapConcordance } from "../../index";
import { fitOf, type ModelCase } from "../models";
import type { Stored } from "../referenceCase";

export interface BootstrapConcordanceExpected {
  n: number;
  events: number;
  rms: { cApparent: number; cCorrected: number; toleranceAbs: number };
  withGivenIndices: {
    cApparent: Stored;
    rows: { indices: number[]; cBoot: Stored; cTest: Stored }[];
    optimism: Stored;
    cCorrected: Stored;
  };
}

/** Optimism of C on given resamples, and `rms::validate`, which draws its own, within its stated tolerance. */
export function* checkBootstrapConcordance(one: ModelCase<BootstrapConcordanceExpected>): Generator<Agreement> {
  const { n, events, rms, withGivenIndices: known } = one.expected;
  const fit = fitOf(one);
  yield agree("rows and events", [fit.n, fit.events], [n, events], 0);
  const samples = known.rows.map(({ indices }) => indices.map((index) => index - 1));
  const found = bootstrapConcordance(fit, samples);
  yield agree("apparent C", [found.apparent, found.apparent], [known.cApparent, rms.cApparent], 1e-12);
  yield agree(
    "C in the samples",
    found.inSample,
    known.rows.map(({ cBoot }) => cBoot),
    1e-9,
  );
  yield agree(
    "C in the original",
    found.inOriginal,
    known.rows.map(({ cTest }) => cTest),
    1e-9,
  );
  const corrected = [found.optimism, found.corrected, found.failed];
  yield agree("optimism, corrected C", corrected, [known.optimism, known.cCorrected, 0], 1e-9);
  const random = seededRandom(20260701);
  const draw = () => Int32Array.from({ length: fit.n }, () => Math.floor(random() * fit.n));
  const own = bootstrapConcordance(fit, Array.from({ length: 200 }, draw)).corrected;
  yield agree("corrected C of other samples (absolute)", [own], [rms.cCorrected], rms.toleranceAbs, 1);
}
