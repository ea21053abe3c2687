import type { FigureOptions } from "../../../lib/board/figureOptions";
import { captionOf } from "../../../lib/panels/curves/caption";
import type { Drawn } from "../../../lib/panels/curves/drawn";
import type { Figure } from "../../../lib/panels/curves/figure";
import { setFigure } from "../../actions/panels";
import { DataTable } from "./DataTable";
import { EditableText } from "./EditableText";
import styles from "./FigureView.module.css";

/** The caption as it stands under the figure in print, and what can be done with the figure. */
export function CaptionLine({
  id,
  drawn,
  options,
  figure,
  ticked = figure?.ticked,
  onFreeze,
}: {
  id: string;
  drawn: Drawn;
  options: FigureOptions;
  /** Null of small figures, which can neither be frozen nor be one table. */
  figure: Figure | null;
  /** Whether censored patients have their ticks. */
  ticked?: boolean;
  onFreeze?: () => void;
}) {
  return (
    <div className={styles.foot}>
      <div className={styles.caption} data-testid="caption">
        <EditableText
          name="caption"
          lines={3}
          text={options.caption ?? captionOf(drawn, options, ticked)}
          onText={(caption) => setFigure(id, { caption })}
        />
      </div>
      <div className={styles.tools}>
        {figure && (
          <>
            <button
              type="button"
              data-look="plain"
              title="Keep these curves pale behind those of another filter"
              onClick={onFreeze}
            >
              Freeze curves
            </button>
            <DataTable figure={figure} />
          </>
        )}
      </div>
    </div>
  );
}
