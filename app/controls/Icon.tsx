import styles from "./Icon.module.css";

/**
 * Drawn here, because the font of the page has no such letters and a computer without fonts shows none. Strokes in a
 * square of 16.
 */
const paths = {
  undo: "M4 6h6a3.5 3.5 0 0 1 0 7H7M4 6l3-3M4 6l3 3",
  redo: "M12 6H6a3.5 3.5 0 0 0 0 7h3M12 6 9 3m3 3L9 9",
  contrast: "M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  down: "M4 6.5 8 10.5l4-4",
  back: "M9.5 4l-4 4 4 4",
  forward: "M6.5 4l4 4-4 4",
  check: "M3 8.5 6.5 12 13 4.5",
  cross: "M4 4l8 8M12 4l-8 8",
  swap: "M2.5 5.5h10M10 3l2.5 2.5L10 8M13.5 10.5h-10M6 8l-2.5 2.5L6 13",
  grip: "M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01",
};

export type IconName = keyof typeof paths;

/** A sign of the height of the text around it; what it means is said beside it, or by the label of its button. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={styles.icon}
      viewBox="0 0 16 16"
      width="1em"
      height="1em"
      fill={name === "contrast" ? "currentColor" : "none"}
      fillOpacity={name === "contrast" ? 0.35 : undefined}
      stroke="currentColor"
      strokeWidth={name === "more" || name === "grip" ? 2.2 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
