"use client";

import { setPanel } from "../../actions/panels";
import { Icon } from "../../controls/Icon";
import styles from "./SwapReference.module.css";

/** Turns what is compared round: the next group becomes the one that the others are compared with. */
export function SwapReference({
  id,
  groups,
  reference,
}: {
  id: string;
  groups: readonly { level: string; label: string }[];
  /** The level compared with now. */
  reference: string | undefined;
}) {
  const place = groups.findIndex(({ level }) => level === reference);
  const next = groups[(place + 1) % groups.length];
  if (!next || groups.length < 2) return null;
  const says = `Compare with ${next.label} instead`;
  return (
    <button
      type="button"
      className={styles.swap}
      aria-label={says}
      title={says}
      onClick={() => setPanel(id, { reference: next.level })}
    >
      <Icon name="swap" />
    </button>
  );
}
