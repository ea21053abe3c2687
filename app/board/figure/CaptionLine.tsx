import type { FigureOptions } from "../../../lib/board/figureOptions";
import type { Figure } from "../../../lib/panels/curves/figure";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { generatedCaption } from "../../../lib/panels/kaplanMeier/words";
import { setFigure } from "../../actions/panels";
import { DataTable } from "./DataTable";
import { EditableText } from "./EditableText";
import styles from "./FigureView.module.css";
import { freeze } from "./figureActions";
import { useTold } from "./session";

/** The caption as it stands under the figure in print, and what can be done with the figure. */
export function CaptionLine({
  id,
  result,
  options,
  figure,
}: {
  id: string;
  result: KaplanMeierResult;
  options: FigureOptions;
  figure: Figure | null;
}) {
  const told = useTold(result);
  return (
    <div className={styles.foot}>
      <div className={styles.caption} data-testid="caption">
        <EditableText
          name="caption"
          lines={3}
          text={options.caption ?? generatedCaption(told, options, figure?.ticked)}
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
              onClick={() => freeze(id, result)}
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
