import { forgetBoards } from "../memory";
import styles from "./MethodsPlace.module.css";
import { methodGroups } from "./methods";
import { Verification } from "./Verification";

/** What is computed, by which formula and after whom; and where the data are. */
export function MethodsPlace() {
  return (
    <div className={styles.place}>
      <article className={styles.text}>
        <h1>Methods</h1>
        <p>For research use; not a medical device. A figure shows groups of patients and is no prediction for one.</p>
        <Verification />
        {methodGroups.map(({ title, methods }) => (
          <section key={title} className={styles.group}>
            <h2>{title}</h2>
            {methods.map(({ name, says, formula, source, r }) => (
              <section key={name}>
                <h3>{name}</h3>
                <p>{says}</p>
                <p className={styles.formula}>{formula}</p>
                <p className="quiet">
                  {source} · In R: <code>{r}</code>
                </p>
              </section>
            ))}
          </section>
        ))}
        <section>
          <h2>Where your data are</h2>
          <p>
            The file is read and analyzed in this browser. After the page has loaded it makes no request, and its policy
            forbids connections. Your settings, never your data, are kept in this browser under the fingerprint of the
            file, so that opening the same file restores them. Levels and filters of columns that identify patients are
            not kept.
          </p>
          <button type="button" onClick={() => void forgetBoards()}>
            Forget all kept settings
          </button>
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
