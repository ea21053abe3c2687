import type { ReactNode } from "react";
import styles from "./Labeled.module.css";

/** A label and its control: beside it, in a row of settings, or above it. */
export function Labeled({
  label,
  hint,
  look = "beside",
  className,
  children,
}: {
  label: ReactNode;
  /** Shown while the pointer rests on it. */
  hint?: string;
  look?: "beside" | "setting" | "above" | "paper";
  /** In place of a look. */
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={className ?? styles[look]} title={hint}>
      <span>{label}</span>
      {children}
    </label>
  );
}
