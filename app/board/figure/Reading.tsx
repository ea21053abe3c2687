import type { Figure } from "../../../lib/panels/curves/figure";
import { pixelOfTime } from "../../../lib/panels/curves/reading/crosshair";
import { endingAt } from "../../../lib/panels/curves/reading/eventTimes";
import { readAt } from "../../../lib/panels/curves/reading/readAt";
import { canBeGiven, type ReadingInWords } from "../../../lib/panels/curves/reading/readingInWords";
import { methodsInWords } from "../../../lib/panels/methods/paragraph";
import { showRows } from "../../rows/showRows";
import styles from "./FigureView.module.css";
import type { ReadingState } from "./useReading";

/** Below this width a box at the pointer has no room beside the curves. */
const narrow = 600;

/**
 * The reading at the pointer stands beside it; the pinned one, with what can be done with it, in a strip under the
 * figure. Under a finger and where the figure is narrow, both are read there.
 */
export function Reading({ figure, reading }: { figure: Figure; reading: ReadingState }) {
  const { shown, pinned, words } = reading;
  if (shown === null || words === null || shown === pinned || belowFigure(figure, reading)) return null;
  return <ReadingBox figure={figure} time={shown} words={words} />;
}

const belowFigure = ({ width }: Figure, { touch }: ReadingState) => touch || width < narrow;

/** What is pinned, or under a finger, over the caption, so that nothing moves when it comes. */
export function ReadingStrip({ figure, reading, panel }: { figure: Figure; reading: ReadingState; panel: string }) {
  const { shown, pinned, words, pinnedWords, copy, unpin } = reading;
  const hovers = shown !== null && shown !== pinned && belowFigure(figure, reading);
  const [time, said] = hovers ? [shown, words] : [pinned, pinnedWords];
  if (time === null || said === null) return null;
  return (
    <div className={styles.stripPlace}>
      <section className={styles.strip} aria-label="Reading" data-testid={hovers ? "reading" : "pinned-reading"}>
        <p>
          <b>{said.time}</b> <span className="quiet">({said.interval})</span>
        </p>
        {said.curves.map(({ id, label, value, atRisk, given }, index) => (
          <p key={id}>
            <b style={{ color: figure.textColors[index] }}>{label}</b> {value} <span className="quiet">· {atRisk}</span>
            {given !== null && (
              <span className="quiet">
                {" "}
                · given {said.given}: {given}
              </span>
            )}
          </p>
        ))}
        {said.difference && <p>{said.difference}</p>}
        {!hovers && <p className="quiet">{methodsInWords(said.methods)}</p>}
        {!hovers && (
          <p className={styles.actions}>
            <button type="button" data-look="plain" onClick={copy}>
              Copy
            </button>
            <button type="button" data-look="plain" onClick={unpin}>
              Unpin
            </button>
            <RowsAt figure={figure} panel={panel} time={time} words={said.time} />
            {canBeGiven(figure.drawn) && (
              <span className="quiet">A later time is read given {figure.drawn.without} here.</span>
            )}
          </p>
        )}
      </section>
    </div>
  );
}

/** The rows behind the curves at one time, where there are any: who is at risk, and who has an event or is censored just then. */
function RowsAt({ figure, panel, time, words }: { figure: Figure; panel: string; time: number; words: string }) {
  const asked = { of: "figure", panel, level: null } as const;
  const atRisk = readAt(figure.drawn, time).some((each) => each.kind === "estimated" && each.nRisk > 0);
  return (
    <>
      {atRisk && (
        <button
          type="button"
          data-look="plain"
          onClick={() => showRows(`At risk at ${words}`, { ...asked, kind: "atRisk", from: time, to: null })}
        >
          Patients at risk
        </button>
      )}
      {endingAt(figure.drawn, time).anybody && (
        <button
          type="button"
          data-look="plain"
          onClick={() => showRows(`Ending at ${words}`, { ...asked, kind: "all", from: time, to: time })}
        >
          Patients ending here
        </button>
      )}
    </>
  );
}

/** What every curve says at one time: its value with an interval, how many are at risk, and what follows from a pinned time before. */
export function ReadingBox({
  figure,
  time,
  words,
  offset = { x: 0, y: 0, width: figure.width },
}: {
  figure: Figure;
  time: number;
  words: ReadingInWords;
  /** Where the figure stands in what holds it, and the width of that. */
  offset?: { x: number; y: number; width: number };
}) {
  const x = offset.x + pixelOfTime(figure, time);
  const onLeft = x > offset.width / 2;
  const room = (onLeft ? x : offset.width - x) - 16;
  const position = { ...(onLeft ? { right: offset.width - x + 12 } : { left: x + 12 }), maxWidth: room };
  return (
    <div className={styles.reading} style={{ ...position, top: offset.y + figure.plot.top + 6 }} data-testid="reading">
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
    </div>
  );
}
