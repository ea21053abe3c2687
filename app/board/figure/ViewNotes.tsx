import type { FigureOptions } from "../../../lib/board/figureOptions";
import { chosenTime, counted } from "../../../lib/format";
import { curveId, type Drawn } from "../../../lib/panels/curves/drawn";
import { hiddenCurves } from "../../../lib/panels/curves/visible";
import { setFigure } from "../../actions/panels";
import styles from "./FigureView.module.css";
import { thaw, toggleHidden } from "./figureActions";

/** What makes the view differ from all of the figure, each with its way back. */
export function ViewNotes({
  id,
  drawn,
  options,
  frozen,
}: {
  id: string;
  drawn: Drawn;
  options: FigureOptions;
  frozen: Drawn | null;
}) {
  const { zoom } = options;
  const hidden = hiddenCurves(drawn, options);
  if (zoom === null && hidden.length === 0 && frozen === null) return null;
  const unit = options.unit ?? drawn.unit;
  return (
    <ul className={styles.notes} aria-label="Changes to the view">
      {zoom && (
        <li>
          <button type="button" onClick={() => setFigure(id, { zoom: null })}>
            Zoom view {chosenTime(zoom[0])} to {chosenTime(zoom[1])} {unit}, numbers unchanged{" "}
            <span aria-hidden="true">×</span>
            <span className="hidden">, show all</span>
          </button>
        </li>
      )}
      {hidden.map(({ key, label }) => (
        <li key={curveId(key)}>
          <button type="button" onClick={() => toggleHidden(id, drawn, options, key)}>
            {label} not drawn, still counted <span aria-hidden="true">×</span>
            <span className="hidden">, draw it</span>
          </button>
        </li>
      ))}
      {frozen && (
        <li>
          <button type="button" onClick={thaw}>
            Frozen: {counted(frozen.patients, "patient")}, on the screen only <span aria-hidden="true">×</span>
            <span className="hidden">, forget</span>
          </button>
        </li>
      )}
    </ul>
  );
}
