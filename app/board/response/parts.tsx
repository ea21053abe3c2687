"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { proposeResponse } from "../../../lib/cohort/proposeResponse";
import type { ResponseResult } from "../../../lib/panels/response/result";
import { setFigure } from "../../actions/panels";
import { worded } from "../../controls/choices";
import head from "../FocusPanel.module.css";
import type { PanelParts } from "../panelPart";
import { Figure } from "./Figure";
import { FigureOptions } from "./FigureOptions";
import { Settings } from "./Settings";
import { Statistics } from "./Statistics";

const views = worded({ waterfall: "Waterfall", swimmer: "Swimmer", spider: "Spider", both: "Both" } as const);

/** What is drawn. */
function Views({ panel }: { panel: PanelOf<"response"> }) {
  return (
    <fieldset className={head.segments}>
      <legend className="hidden">Figure</legend>
      {views.map(({ value, label }) => (
        <label key={value} data-chosen={panel.figure.show === value}>
          <input
            type="radio"
            name="response-view"
            className="hidden"
            checked={panel.figure.show === value}
            onChange={() => setFigure(panel.id, { show: value })}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

export const responseParts: PanelParts<PanelOf<"response">, ResponseResult> = {
  what: "figure",
  Figure,
  Statistics,
  Settings,
  groups: ({ group }) => ({ group, none: "All patients", instead: {} }),
  Choices: Views,
  begun: (panel, { summary, board }) => ({ ...panel, ...proposeResponse(summary, board) }),
  Options: FigureOptions,
};
