import { proxy } from "comlink";
import type { CaseAgreement } from "../../lib/agreement/verify";
import { start } from "../../lib/worker/handle";
import type { VerificationApi } from "../../lib/worker/verificationApi";
import { part } from "../parts/part";
import { referenceData, textsOf } from "./referenceData";

const verificationText = part(() => import("../../lib/worker/verification.worker.ts?text"));
/** A data set is verified in a few seconds; so many without a word mean that the worker hangs. */
const patience = 60;

/**
 * Runs every reference case in a worker of its own, data set by data set, and reports each case as it is done. Rejects
 * with `WorkerEnded` when the worker dies, or when it is aborted.
 */
export async function runVerification(onCase: (result: CaseAgreement) => void, signal: AbortSignal): Promise<void> {
  const { default: source } = await verificationText();
  const worker = start<VerificationApi>(source);
  const report = (result: CaseAgreement) => {
    worker.beat();
    onCase(result);
  };
  signal.addEventListener("abort", () => worker.end("replaced"));
  try {
    for (const { cases: _, ...reference } of referenceData) {
      const texts = await textsOf(reference);
      await worker.call(patience, (api) => api.verify(texts, proxy(report)));
    }
  } finally {
    worker.end("replaced");
  }
}
