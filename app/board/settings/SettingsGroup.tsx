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

/** A label beside its control. */
export function Setting({ label, hint, children }: { label: string; hint: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={styles.option} title={hint}>
      <span>{label}</span>
      {children}
    </label>
  );
}
