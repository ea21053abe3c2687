"use client";

import type { ReactNode } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { Comparison } from "./Comparison";
import { GivenAlive } from "./GivenAlive";
import { MoreNumbers, Numbers } from "./Numbers";
import { Pairs } from "./Pairs";

/**
 * What the curves say in numbers: each group, then how they compare; `children`, the cautions, follow the main
 * comparison.
 */
export function Statistics({
  result,
  panel,
  children,
}: {
  result: KaplanMeierResult;
  panel: PanelOf<"kaplanMeier">;
  children: ReactNode;
}) {
  return (
    <>
      <Numbers result={result} panel={panel} />
      <Comparison result={result} panel={panel} />
      <MoreNumbers result={result} panel={panel} />
      {children}
      <Pairs result={result} panel={panel} />
      <GivenAlive result={result} />
    </>
  );
}
