import { useState } from "react";
import { useAttempt } from "../failure/attempt";
import { FailureNote } from "../failure/FailureNote";
import { forgetBoards } from "../storage/boards";
import { forgetHandles } from "../storage/handles";
import { forgetTab, forgetTexts } from "../storage/texts";
import { cautionRates, cautionsInWords, intervalsInWords } from "./cautions";
import styles from "./MethodsPlace.module.css";
import { useMethods } from "./useMethods";
import { Verification } from "./Verification";

/** What is computed, by which formula and after whom; and where the data are. */
export function MethodsPlace() {
  const { failed, attempt, forget } = useAttempt();
  const { methods: told, failed: untold, forget: forgetUntold } = useMethods();
  const [forgotten, setForgotten] = useState(false);
  const forgetKept = () => {
    setForgotten(false);
    attempt("The kept settings were not forgotten", async () => {
      forgetTab();
      forgetTexts();
      await Promise.all([forgetBoards(), forgetHandles()]);
      setForgotten(true);
    });
  };
  return (
    <div className={styles.place}>
      <article className={styles.text}>
        <h1>Methods</h1>
        <p>For research use; not a medical device. A figure shows groups of patients and is no prediction for one.</p>
        <Verification />
        {untold && <FailureNote failed={untold} onClose={forgetUntold} />}
        {told?.groups.map(({ title, methods }) => (
          <section key={title} className={styles.group}>
            <h2>{title}</h2>
            {methods.map((method) => (
              <section key={method.name}>
                <h3>{method.name}</h3>
                <p>{method.says}</p>
                <p className={styles.formula}>{method.formula}</p>
                <p className="quiet">
                  {method.sources.length > 0 && `${told.sourceOf(method)} · `}In R: <code>{method.r}</code>
                </p>
              </section>
            ))}
          </section>
        ))}
        <section className={styles.group}>
          <h2>Cautions, and how often they are said</h2>
          <p>{cautionsInWords}</p>
          {cautionRates.map(({ name, says, rule }) => (
            <section key={name}>
              <h3>{name}</h3>
              <p>{says}</p>
              <p className={styles.formula}>{rule}</p>
            </section>
          ))}
          <section>
            <h3>Intervals and the log-rank test</h3>
            <p>{intervalsInWords}</p>
          </section>
        </section>
        <section>
          <h2>Where your data are</h2>
          <p>
            The file is read and analyzed in this browser. Once shown, the page asks the server it came from for its own
            files and for nothing else, and never with data: it fetches what exports and this place need while you do
            something else, so that a lost network does not stop you. Its policy forbids connections. Your settings,
            never your data, are kept in this browser, encrypted with the fingerprint of the file: opening the same file
            restores them, and without it nobody can read them. Until the tab is closed they are kept in it as they are.
            Levels, filters and corrections of columns that identify patients are not kept. A browser that can open a
            file again keeps where it lies, not what it holds.
          </p>
          <button type="button" onClick={forgetKept}>
            Forget everything
          </button>{" "}
          <span role="status">{forgotten && "Forgotten."}</span>
          {failed && <FailureNote failed={failed} onClose={forget} />}
        </section>
        <section>
          <h2>The example</h2>
          <p>
            The example cohort is synthetic: 75 simulated patients, made so that the medians and P values printed in the
            abstract of Wang 2016 (Cancer Med, PMID 27882721) come out. Its agreement with the paper is by construction
            and shows nothing about the paper or this program.
          </p>
        </section>
      </article>
    </div>
  );
}
