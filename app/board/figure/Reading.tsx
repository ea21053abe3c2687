import type { ReactNode } from "react";
import type { Figure } from "../../../lib/panels/curves/figure";
import { pixelOfTime } from "../../../lib/panels/curves/reading/crosshair";
import { canBeGiven, type ReadingInWords } from "../../../lib/panels/curves/reading/readingInWords";
import { showRows } from "../../rows/showRows";
import styles from "./FigureView.module.css";
import type { ReadingState } from "./useReading";

/** The reading at the pointer or the pin, with what can be done with a pinned one. */
export function Reading({
  figure,
  reading: { shown, pinned, words, copy, unpin },
  panel,
}: {
  figure: Figure;
  reading: ReadingState;
  panel: string;
}) {
  if (shown === null || words === null) return null;
  return (
    <ReadingBox figure={figure} time={shown} words={words} pinned={pinned === shown}>
      {pinned === shown && (
        <p className={styles.actions}>
          <button type="button" data-look="plain" onClick={copy}>
            Copy
          </button>
          <button type="button" data-look="plain" onClick={unpin}>
            Unpin
          </button>
          {canBeGiven(figure.drawn) && (
            <span className="quiet">Point at a later time: given {figure.drawn.without} here.</span>
          )}
        </p>
      )}
      {pinned === shown && <RowsAt panel={panel} time={shown} words={words.time} />}
    </ReadingBox>
  );
}

/** The rows behind the curves at one time: who is at risk, and who has an event or is censored just then. */
function RowsAt({ panel, time, words }: { panel: string; time: number; words: string }) {
  const figure = { of: "figure", panel, level: null } as const;
  return (
    <p className={styles.actions}>
      <span className="quiet">Rows:</span>
      <button
        type="button"
        data-look="plain"
        onClick={() => showRows(`At risk at ${words}`, { ...figure, kind: "atRisk", from: time, to: null })}
      >
        at risk
      </button>
      <button
        type="button"
        data-look="plain"
        onClick={() => showRows(`Ending at ${words}`, { ...figure, kind: "all", from: time, to: time })}
      >
        ending here
      </button>
    </p>
  );
}

/** What every curve says at one time: its value with an interval, how many are at risk, and what follows from a pinned time before. */
export function ReadingBox({
  figure,
  time,
  words,
  pinned = false,
  offset = { x: 0, y: 0, width: figure.width },
  children,
}: {
  figure: Figure;
  time: number;
  words: ReadingInWords;
  pinned?: boolean;
  /** Where the figure stands in what holds it, and the width of that. */
  offset?: { x: number; y: number; width: number };
  children?: ReactNode;
}) {
  const x = offset.x + pixelOfTime(figure, time);
  const onLeft = x > offset.width / 2;
  const position = onLeft ? { right: offset.width - x + 12 } : { left: x + 12 };
  return (
    <div
      className={styles.reading}
      style={{ ...position, top: offset.y + figure.plot.top + 6 }}
      data-pinned={pinned}
      data-testid="reading"
    >
      <table>
        <caption>
          {words.time} <span className="quiet">({words.interval})</span>
        </caption>
        {words.given && (
          <thead>
            <tr>
              <td />
              <td />
              <td />
              <th scope="col">given {words.given}</th>
            </tr>
          </thead>
        )}
        <tbody>
          {words.curves.map(({ id, label, value, atRisk, given }, index) => (
            <tr key={id}>
              <th scope="row" style={{ color: figure.textColors[index] }}>
                {label}
              </th>
              <td>{value}</td>
              <td className="quiet">{atRisk}</td>
              {given !== null && <td>{given}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {words.difference && <p>{words.difference}</p>}
      {children}
    </div>
  );
}
