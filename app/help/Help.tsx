"use client";

import { Dialog } from "../controls/Dialog";
import { plainWords } from "../explain/plainWords";
import { setView } from "../store";
import styles from "./Help.module.css";
import { keysBy } from "./keys";

/** The keys, and what the words on the board mean, in the order of the alphabet. */
export function Help() {
  const words = Object.values(plainWords).sort((a, b) => a.name.localeCompare(b.name, "en"));
  return (
    <Dialog className={styles.help} label="Help" title="Help" light onClose={() => setView({ help: false })}>
      <div className={styles.parts}>
        <section>
          <h3>What the words mean</h3>
          <dl className={styles.words}>
            {words.map(({ name, says }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">
            How each number is computed, with its source and the call in R, stands in{" "}
            <button type="button" data-look="plain" onClick={() => setView({ help: false, place: "methods" })}>
              Methods
            </button>
          </p>
        </section>
        <section>
          <h3>Keys</h3>
          {keysBy.map(({ where, keys }) => (
            <section key={where} className={styles.keys}>
              <h4>{where}</h4>
              <dl>
                {keys.map(([pressed, does]) => (
                  <div key={pressed}>
                    <dt>
                      <kbd>{pressed}</kbd>
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </section>
      </div>
    </Dialog>
  );
}
