import { pixelOfTime } from "../../../lib/panels/kaplanMeier/crosshair";
import type { Figure } from "../../../lib/panels/kaplanMeier/figure";
import styles from "./FigureView.module.css";
import type { ReadingState } from "./useReading";

/** What every curve says at one time: Ŝ(t) with its interval, how many are at risk, and what follows from a pinned time before. */
export function Reading({
  figure,
  reading: { shown, pinned, words, copy, unpin },
}: {
  figure: Figure;
  reading: ReadingState;
}) {
  if (shown === null || words === null) return null;
  const x = pixelOfTime(figure, shown);
  const onLeft = x > (figure.plot.left + figure.plot.right) / 2;
  const position = onLeft ? { right: figure.width - x + 12 } : { left: x + 12 };
  const isPinned = pinned === shown;
  return (
    <div
      className={styles.reading}
      style={{ ...position, top: figure.plot.top + 6 }}
      data-pinned={isPinned}
      data-testid="reading"
    >
      <table>
        <caption>{words.time}</caption>
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
          {words.groups.map(({ level, label, survival, atRisk, given }, index) => (
            <tr key={level}>
              <th scope="row" style={{ color: figure.textColors[index] }}>
                {label}
              </th>
              <td>{survival}</td>
              <td className="quiet">{atRisk}</td>
              {given !== null && <td>{given}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {words.difference && <p>{words.difference}</p>}
      {isPinned ? (
        <p className={styles.actions}>
          <button type="button" data-look="plain" onClick={copy}>
            Copy
          </button>
          <button type="button" data-look="plain" onClick={unpin}>
            Unpin
          </button>
          <span className="quiet">Point at a later time: given alive here.</span>
        </p>
      ) : null}
    </div>
  );
}
