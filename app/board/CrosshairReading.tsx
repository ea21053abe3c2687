import { formatPercent, formatTime } from "../../lib/format";
import { pixelOfTime } from "../../lib/panels/kaplanMeier/crosshair";
import type { Figure } from "../../lib/panels/kaplanMeier/figure";
import { type Reading, readAt } from "../../lib/panels/kaplanMeier/readAt";
import type { KaplanMeierResult } from "../../lib/panels/kaplanMeier/result";
import type { Curve } from "../../lib/survival";
import styles from "./FigureView.module.css";

/** What every curve says at one time: Ŝ(t) with its interval, and how many are at risk. */
export function CrosshairReading({
  figure,
  result,
  time,
}: {
  figure: Figure;
  result: KaplanMeierResult;
  time: number;
}) {
  const x = pixelOfTime(figure, time);
  const onLeft = x > (figure.plot.left + figure.plot.right) / 2;
  const { unit, factor } = figure.time;
  const position = onLeft ? { right: figure.width - x + 12 } : { left: x + 12 };
  return (
    <div
      className={styles.reading}
      style={{ ...position, top: figure.plot.top + 6 }}
      role="status"
      data-testid="reading"
    >
      <table>
        <caption>
          {formatTime(time * factor, unit)} {unit}
        </caption>
        <tbody>
          {readAt(result, time).map((reading, index) => (
            <tr key={result.groups[index].level}>
              <th scope="row" style={{ color: figure.colors[index] }}>
                {result.groups[index].label}
              </th>
              <td>{inWords(reading, result.groups[index].curve)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function inWords(reading: Reading, { survival: column }: Curve): string {
  if (reading.kind === "beyond") return column[column.length - 1] === 0 ? "0% · 0 at risk" : "nobody followed so long";
  const { survival, lower, upper, nRisk } = reading;
  const interval =
    lower === null || upper === null
      ? ""
      : ` (${formatPercent(lower).replace("%", "")}–${formatPercent(upper).replace("%", "")})`;
  return `${formatPercent(survival)}${interval} · ${nRisk} at risk`;
}
