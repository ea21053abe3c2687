"use client";

import { openSecondFile } from "../actions/joins";
import { attempt } from "../failure/attempt";
import { part } from "../parts/part";
import styles from "./Joins.module.css";

/** The second files of the example, as synthetic as itself. */
const files = [
  {
    name: "synthetic-lms-mutations.csv",
    what: "mutations of ten genes",
    text: part(() => import("../../public/example/synthetic-lms-mutations.csv")),
  },
  {
    name: "synthetic-lms-measurements.csv",
    what: "measurements of tumors over time",
    text: part(() => import("../../public/example/synthetic-lms-measurements.csv")),
  },
];

/** Second files to try joining with, while the example is open. */
export function ExampleFiles({ joined }: { joined: readonly (string | null)[] }) {
  const offered = files.filter(({ name }) => !joined.includes(name));
  if (offered.length === 0) return null;
  return (
    <ul className={styles.examples} aria-label="Second files of the example">
      {offered.map(({ name, what, text }) => (
        <li key={name}>
          <span>
            To try it: synthetic {what} (
            <a href={`example/${name}`} download>
              download
            </a>
            )
          </span>
          <button
            type="button"
            onClick={() =>
              attempt(`“${name}” was not joined`, async () =>
                openSecondFile(new File([(await text()).default], name, { type: "text/csv" })),
              )
            }
          >
            Join it
          </button>
        </li>
      ))}
    </ul>
  );
}
