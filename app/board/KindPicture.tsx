import type { PanelKindId } from "../../lib/board/panelForms/registry";
import styles from "./Thumbnails.module.css";

/** What a kind of panel draws, as a sign: lines that are strong and lines that are pale. */
const drawings: Record<PanelKindId, { strong: string; pale: string }> = {
  kaplanMeier: { strong: "M4 4h6v5h8v6h9v5h13", pale: "M4 4h3v9h6v7h7v4h8" },
  cumulativeIncidence: { strong: "M4 24h5v-6h8v-6h9v-4h14", pale: "M4 24h9v-3h9v-3h9v-2h9" },
  regression: { strong: "M8 7h18M14 14h22M10 21h12M17 5v4M25 12v4M16 19v4", pale: "M20 3v22" },
  subgroups: { strong: "M12 6h14M10 14h12M16 22h20M19 4v4M16 12v4M26 20v4", pale: "M21 3v22M5 10h30M5 18h30" },
  response: { strong: "M6 14V4M11 14V8M16 14v-3", pale: "M21 14v3M26 14v5M31 14v8M36 14v10" },
  characteristics: { strong: "M29 6h9M29 12h9M29 18h9M29 24h9", pale: "M4 6h20M4 12h13M4 18h17M4 24h10" },
  alterations: { strong: "M4 6h18M4 14h6M14 14h12M4 22h3M20 22h6", pale: "M24 6h16M28 14h12M9 22h9M28 22h12" },
};

export function KindPicture({ kind }: { kind: PanelKindId }) {
  const { strong, pale } = drawings[kind];
  return (
    <svg className={styles.sign} viewBox="0 0 44 28" width="44" height="28" aria-hidden="true">
      <path d={pale} className={styles.pale} />
      <path d={strong} className={styles.strong} />
    </svg>
  );
}
