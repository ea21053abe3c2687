import type { CautionId, FigureOptions } from "../../../lib/board/figureOptions";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { setFigure } from "../../actions/panels";
import { useTold } from "./session";
import styles from "./Warnings.module.css";

/** Biases to beware of, each with its evidence and what to do; caption and files have it but where its box is cleared. */
export function Warnings({
  result,
  panel: { id, figure },
}: {
  result: KaplanMeierResult;
  panel: { id: string; figure: FigureOptions };
}) {
  const { warnings } = useTold(result);
  if (warnings.length === 0) return null;
  const set = (caution: CautionId, printed: boolean) =>
    setFigure(id, {
      withoutCautions: printed
        ? figure.withoutCautions.filter((each) => each !== caution)
        : [...figure.withoutCautions, caution],
    });
  return (
    <section className={styles.warnings} aria-label="Read with care">
      <h2>Read with care</h2>
      <ul>
        {warnings.map(({ id: caution, message, hint, caption }) => (
          <li key={caution} data-caution={caution}>
            <p>
              <strong>{message}</strong> {hint}
            </p>
            <label title={caption}>
              <input
                type="checkbox"
                checked={!figure.withoutCautions.includes(caution)}
                onChange={({ target }) => set(caution, target.checked)}
              />
              in caption and files
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
