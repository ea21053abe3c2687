import { proxy, releaseProxy, wrap } from "comlink";
import type { CaseAgreement } from "../../lib/survival/reference/verify";
import type { VerificationApi } from "../../lib/worker/verificationApi";
import { referenceData } from "./referenceData";

/**
 * Runs every reference case in a worker of its own, data set by data set, and reports each case as it is done. Aborting ends the worker;
 * the promise then never settles. Rejects when the worker dies.
 */
export async function runVerification(onCase: (result: CaseAgreement) => void, signal: AbortSignal): Promise<void> {
  const { default: source } = await import("../../lib/worker/verification.worker.ts?text");
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const api = wrap<VerificationApi>(worker);
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
  });
  signal.addEventListener("abort", () => worker.terminate());
  for (const { expected, csv } of Object.values(referenceData)) {
    if (signal.aborted) return;
    const [cases, rows] = await Promise.all([expected(), csv()]);
    await Promise.race([api.verify(cases.default, rows.default, proxy(onCase)), died]);
  }
  api[releaseProxy]();
  worker.terminate();
}
