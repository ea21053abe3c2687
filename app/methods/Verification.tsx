import { type RefObject, useEffect, useRef, useState } from "react";
import type { CaseAgreement } from "../../lib/agreement/verify";
import { counted, formatCount } from "../../lib/format";
import { useAttempt } from "../failure/attempt";
import { FailureNote } from "../failure/FailureNote";
import { CaseDetails } from "./CaseDetails";
import { allCases } from "./referenceData";
import { runVerification } from "./runVerification";
import styles from "./Verification.module.css";

type Run = "never" | "running" | "done";

/** Runs the reference cases in the reader's own browser and shows how far each is from R. */
export function Verification() {
  const [run, setRun] = useState<Run>("never");
  const [results, setResults] = useState<readonly CaseAgreement[]>([]);
  const { failed, attempt, forget } = useAttempt();
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const runAll = async () => {
    const { signal } = renewed(stop);
    setRun("running");
    setResults([]);
    try {
      await runVerification((result) => setResults((before) => [...before, result]), signal);
      setRun("done");
    } catch (error) {
      if (signal.aborted) return;
      setRun("never");
      throw error;
    }
  };
  const start = () => attempt("The reference cases were not all run", runAll);
  const cancel = () => {
    stop.current?.abort();
    setRun("never");
  };

  return (
    <section id="verification">
      <h2>Checked against R, here and now</h2>
      <p>
        The program carries {allCases} computations with what R 4.2.2 gave for them (packages survival 3.5-3, cmprsk
        2.2-11, maxstat 0.7-25, rms 6.5-0): survival in 14 published data sets; shares, ranks and tables of counts; and
        whole panels of patients, responses and gene aberrations. The button runs all of them in this browser, with the
        code that draws your figures. It takes some seconds.
      </p>
      <div className={styles.controls}>
        {run === "running" ? (
          <button type="button" onClick={cancel}>
            Stop
          </button>
        ) : (
          <button type="button" onClick={start}>
            Run the reference cases
          </button>
        )}
        <p role="status" data-testid="verification">
          <Summary run={run} results={results} />
        </p>
      </div>
      {failed && <FailureNote failed={failed} onClose={forget} />}
      {run === "running" && (
        <progress className={styles.progress} value={results.length} max={allCases} aria-label="Cases" />
      )}
      {results.length > 0 && (
        <div className={styles.cases}>
          <div className={styles.header} aria-hidden="true">
            <span>Case, and the quantity that is furthest from R in it</span>
            <span>Largest relative difference</span>
            <span className={styles.allowed}>Allowed</span>
            <span>Agrees</span>
          </div>
          {[...results].sort(failuresFirst).map((result) => (
            <CaseDetails key={result.id} result={result} />
          ))}
        </div>
      )}
    </section>
  );
}

function renewed(stop: RefObject<AbortController | null>): AbortController {
  stop.current = new AbortController();
  return stop.current;
}

const failuresFirst = (a: CaseAgreement, b: CaseAgreement) => Number(a.passes) - Number(b.passes);

function Summary({ run, results }: { run: Run; results: readonly CaseAgreement[] }) {
  if (results.length === 0) return run === "running" ? "Loading the cases…" : "";
  const agreeing = results.filter(({ passes }) => passes).length;
  const numbers = results.reduce((sum, result) => sum + result.numbers, 0);
  const soFar = run === "done" ? "" : " so far";
  return `${formatCount(agreeing)} of ${counted(results.length, "case")} agree${soFar}: ${formatCount(numbers)} numbers compared.`;
}
