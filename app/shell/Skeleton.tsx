import styles from "./Skeleton.module.css";

/** What will stand here once the first answer is there, in grey. */
export const Skeleton = ({ of }: { of: "lines" | "block" }) => (
  <div className={styles[of]} aria-hidden="true" data-testid="skeleton" />
);
