import type { ReactNode } from "react";
import type { FigureOptions } from "../../../lib/board/figureOptions";
import { formatCount } from "../../../lib/format";
import { type Check, checklist } from "../../../lib/panels/kaplanMeier/checklist";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { setFigure } from "../../actions/panels";
import { Icon } from "../../controls/Icon";
import groups from "../figure/OptionGroups.module.css";
import styles from "./Checklist.module.css";

const signs: Record<Check["state"], [sign: ReactNode, word: string]> = {
  yes: [<Icon key="yes" name="check" />, "done"],
  no: [<Icon key="no" name="cross" />, "open"],
  none: ["–", "does not apply"],
};

/** What journals ask of the figure, as it stands now, with a button where an option mends it. */
export function Checklist({
  result,
  panel: { id, figure },
}: {
  result: KaplanMeierResult;
  panel: { id: string; figure: FigureOptions };
}) {
  const checks = checklist(result, figure);
  const open = checks.filter(({ state }) => state === "no");
  const fixes = Object.assign({}, ...open.map(({ fix }) => fix?.change)) as Partial<FigureOptions>;
  const annotation = [...new Set(open.flatMap(({ fix }) => fix?.change.annotation ?? []))];
  const all = annotation.length > 0 ? { ...fixes, annotation } : fixes;
  return (
    <details className={groups.group}>
      <summary>
        Journal checklist
        <span className="quiet">{open.length === 0 ? "all done" : `${formatCount(open.length)} open`}</span>
      </summary>
      <ul className={styles.checks} data-testid="checklist">
        {checks.map(({ id: check, label, state, reason, fix }) => (
          <li key={check} data-state={state}>
            <span role="img" aria-label={signs[state][1]}>
              {signs[state][0]}
            </span>
            <p>
              {label}
              <span className="quiet">{reason}</span>
              {fix && (
                <button type="button" data-look="plain" onClick={() => setFigure(id, fix.change)}>
                  {fix.label}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {Object.keys(all).length > 1 && (
        <button type="button" className={styles.all} onClick={() => setFigure(id, all)}>
          Mend all that options can
        </button>
      )}
    </details>
  );
}
