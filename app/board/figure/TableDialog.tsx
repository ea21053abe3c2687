"use client";

import { type ReactNode, useState } from "react";
import { Dialog } from "../../controls/Dialog";
import styles from "./DataTable.module.css";

/** The button that opens the figure as a table; what is chosen in it may close it. */
export function TableDialog({ children }: { children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" data-look="plain" onClick={() => setOpen(true)}>
        Data table
      </button>
      {open && (
        <Dialog label="The figure as a table" className={styles.dialog} onClose={close}>
          <header>
            <h2>The figure as a table</h2>
            <button type="button" onClick={close}>
              Close
            </button>
          </header>
          {children(close)}
        </Dialog>
      )}
    </>
  );
}
