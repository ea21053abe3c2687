import type { ReactNode } from "react";
import styles from "../figure/OptionGroups.module.css";

/** A group of controls that opens, and how many of them are set. */
export function SettingsGroup({ label, set, children }: { label: string; set: unknown[]; children: ReactNode }) {
  const count = set.filter((value) => value !== null).length;
  return (
    <details className={styles.group}>
      <summary>
        {label}
        {count > 0 && <span className="quiet">{count} set</span>}
      </summary>
      <div className={styles.controls}>{children}</div>
    </details>
  );
}
