"use client";

import { type ReactNode, useState } from "react";
import { Dialog } from "../controls/Dialog";
import { FailureNote } from "../failure/FailureNote";
import { useMethods } from "../methods/useMethods";
import { setView } from "../store";
import styles from "./Explained.module.css";
import { type PlainWord, plainWords } from "./plainWords";

/** A name on the screen that opens what it means in plain words, how it is computed, and the call in R. */
export function Explained({ of, children }: { of: PlainWord; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.name} data-explains={of} onClick={() => setOpen(true)}>
        <span className={styles.text}>{children}</span>
      </button>
      {open && <Explanation of={of} onClose={() => setOpen(false)} />}
    </>
  );
}

function Explanation({ of, onClose }: { of: PlainWord; onClose: () => void }) {
  const { name, says, method: id } = plainWords[of];
  const { methods: told, failed, forget } = useMethods();
  const method = told?.groups.flatMap(({ methods }) => methods).find((each) => id !== null && each.of.includes(id));
  return (
    <Dialog className={styles.dialog} label={`What ${name} means`} title={name} light onClose={onClose}>
      <p className={styles.says}>{says}</p>
      {failed && <FailureNote failed={failed} onClose={forget} />}
      {method && told && (
        <section className={styles.how}>
          <h3>How computed</h3>
          <p>{method.says}</p>
          <p className={styles.formula}>{method.formula}</p>
          <p className="quiet">
            {method.sources.length > 0 && `${told.sourceOf(method)} · `}In R: <code>{method.r}</code>
          </p>
          <button type="button" data-look="plain" onClick={() => setView({ place: "methods" })}>
            All methods
          </button>
        </section>
      )}
    </Dialog>
  );
}
