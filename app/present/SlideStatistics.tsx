import { useMemo, useRef } from "react";
import { formatCount } from "../../lib/format";
import type { ShownPanel } from "../../lib/panels/result";
import { colorOfLevel } from "../../lib/panels/sheet/drawnFigure";
import { shownKinds } from "../../lib/panels/shownKinds";
import { useStore } from "../store";
import styles from "./Present.module.css";
import type { Placement } from "./placement";
import { useFittingLetters } from "./useFittingLetters";

/** The number of each group that matters most, large; under the pointer's time also its value there. */
export function SlideStatistics({
  shown: { panel, result },
  placement,
  time,
}: {
  shown: ShownPanel;
  placement: Placement | null;
  time: number | null;
}) {
  const theme = useStore((state) => state.view.theme);
  const place = useRef<HTMLElement>(null);
  useFittingLetters(place);
  const report = shownKinds[panel.kind];
  const figure = useMemo(
    () => shownKinds[panel.kind].figure(result, panel.figure, { width: 900, height: 600, theme }),
    [panel, result, theme],
  );
  const groups = report.highlights(result);
  const reading = time === null ? null : report.at(result, time);
  const placed = placement?.state === "placed" ? placement.level : null;
  const remarks = report.remarks(result);
  return (
    <aside ref={place} className={styles.statistics} data-many={groups.length > 4} aria-label="Statistics">
      <ul>
        {groups.map(({ level, label, patients, value, interval }, index) => (
          <li key={label} data-placed={placed === level}>
            <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
              <rect width="1" height="1" fill={colorOfLevel(figure, level) ?? "currentColor"} />
            </svg>
            <p className={styles.group}>
              {label} <span>n = {formatCount(patients)}</span>
            </p>
            <p className={styles.value}>{value}</p>
            <p className={styles.interval}>{unbroken(interval)}</p>
            {reading && (
              <p className={styles.interval}>
                {reading.time}: {reading.values[index]}
              </p>
            )}
          </li>
        ))}
      </ul>
      {report.verdict?.(result).map(([name, value]) => (
        <p key={name} className={styles.verdict}>
          {name} <strong>{value}</strong>
        </p>
      ))}
      {[...new Set(groups.flatMap(({ why }) => why ?? []))].map((why) => (
        <p key={why} className={styles.interval}>
          {why}
        </p>
      ))}
      {remarks.map(({ id, message, hint }) => (
        <p key={id} className={styles.remark}>
          {message} {hint}
        </p>
      ))}
    </aside>
  );
}

/** No line ends within an interval. */
const unbroken = (text: string) => text.replaceAll("–", "–\u2060");
