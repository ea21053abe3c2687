"use client";

import type { dashNames, FigureOptions } from "../../../lib/board/figureOptions";
import { type CurveName, curveId, type Drawn, isNamed } from "../../../lib/panels/curves/drawn";
import { curveColors, ownLook } from "../../../lib/panels/curves/looks";
import { isHidden, withHidden } from "../../../lib/panels/curves/visible";
import { none, worded } from "../../controls/choices";
import { Select } from "../../controls/Select";
import { useStore } from "../../store";
import styles from "./OptionGroups.module.css";

type Look = FigureOptions["looks"][number];

const dashWords: Record<(typeof dashNames)[number], string> = {
  solid: "solid",
  long: "long dashes",
  short: "short dashes",
  dashDot: "dash and dot",
  medium: "dashes",
  longDots: "dash and two dots",
};

/** Color, dash and presence of each group's curve. */
export function Looks({
  figure,
  drawn,
  onChange,
}: {
  figure: FigureOptions;
  drawn: Drawn;
  onChange: (change: Partial<FigureOptions>) => void;
}) {
  const theme = useStore((state) => state.view.theme);
  const colors = curveColors(drawn, theme, figure);
  const setLook = ({ level, cause }: CurveName, change: Partial<Look>) => {
    const before = ownLook(figure, { level, cause });
    const look = Object.fromEntries(
      Object.entries({ ...before, ...change, level, cause }).filter(([, value]) => value !== undefined),
    ) as Look;
    const others = figure.looks.filter((each) => !isNamed({ level, cause }, each));
    onChange({ looks: look.color || look.dash ? [...others, look] : others });
  };
  const shownCurves = drawn.curves.filter(({ key }) => !isHidden(figure, key)).length;
  return (
    <ul className={styles.looks} aria-label="Each group">
      {drawn.curves.map(({ key, label }, index) => {
        const look = ownLook(figure, key);
        const shown = !isHidden(figure, key);
        return (
          <li key={curveId(key)}>
            <input
              type="checkbox"
              aria-label={`Draw ${label}`}
              title="Draw this curve. A hidden one still counts in every number."
              checked={shown}
              disabled={shown && shownCurves === 1}
              onChange={({ target }) => onChange(withHidden(figure, key, !target.checked))}
            />
            <input
              type="color"
              key={colors[index]}
              aria-label={`Color of ${label}`}
              defaultValue={colors[index]}
              // A picker reports every shade on the way; what counts is the one it is left with.
              onBlur={({ target }) => target.value !== colors[index] && setLook(key, { color: target.value })}
            />
            <span className={styles.name} title={label}>
              {label}
            </span>
            <Select
              label={`Line of ${label}`}
              value={look?.dash ?? null}
              choices={[none("automatic"), ...worded(dashWords)]}
              onValue={(dash) => setLook(key, { dash: dash ?? undefined })}
            />
          </li>
        );
      })}
    </ul>
  );
}
