"use client";

import { dashNames, type FigureOptions } from "../../../lib/board/figureOptions";
import { groupColors } from "../../../lib/panels/curves/looks";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
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
  result,
  onChange,
}: {
  figure: FigureOptions;
  result: KaplanMeierResult;
  onChange: (change: Partial<FigureOptions>) => void;
}) {
  const theme = useStore((state) => state.view.theme);
  const colors = groupColors(result, theme, figure);
  const setLook = (level: string, change: Partial<Look>) => {
    const before = figure.looks.find((look) => look.level === level);
    const look = Object.fromEntries(
      Object.entries({ ...before, ...change, level }).filter(([, value]) => value !== undefined),
    ) as Look;
    const others = figure.looks.filter((each) => each.level !== level);
    onChange({ looks: look.color || look.dash ? [...others, look] : others });
  };
  const toggle = (level: string, shown: boolean) =>
    onChange({ hidden: shown ? figure.hidden.filter((each) => each !== level) : [...figure.hidden, level] });
  const drawn = result.groups.filter(({ level }) => !figure.hidden.includes(level)).length;
  return (
    <ul className={styles.looks} aria-label="Each group">
      {result.groups.map(({ level, label }, index) => {
        const look = figure.looks.find((each) => each.level === level);
        const shown = !figure.hidden.includes(level);
        return (
          <li key={level}>
            <input
              type="checkbox"
              aria-label={`Draw ${label}`}
              title="Draw this curve. A hidden one still counts in every number."
              checked={shown}
              disabled={shown && drawn === 1}
              onChange={({ target }) => toggle(level, target.checked)}
            />
            <input
              type="color"
              key={colors[index]}
              aria-label={`Color of ${label}`}
              defaultValue={colors[index]}
              // A picker reports every shade on the way; what counts is the one it is left with.
              onBlur={({ target }) => target.value !== colors[index] && setLook(level, { color: target.value })}
            />
            <span className={styles.name} title={label}>
              {label}
            </span>
            <select
              aria-label={`Line of ${label}`}
              value={look?.dash ?? ""}
              onChange={({ target }) => setLook(level, { dash: (target.value || undefined) as Look["dash"] })}
            >
              <option value="">automatic</option>
              {dashNames.map((dash) => (
                <option key={dash} value={dash}>
                  {dashWords[dash]}
                </option>
              ))}
            </select>
          </li>
        );
      })}
    </ul>
  );
}
