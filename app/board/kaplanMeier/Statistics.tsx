"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { Comparison } from "./Comparison";
import { GroupTable } from "./GroupTable";

/** What the curves say in numbers. */
export function Statistics({ result, panel }: { result: KaplanMeierResult; panel: PanelOf<"kaplanMeier"> }) {
  return (
    <>
      <GroupTable result={result} options={panel.figure} />
      <Comparison result={result} panel={panel} />
    </>
  );
}
