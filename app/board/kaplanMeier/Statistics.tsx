"use client";

import type { ReactNode } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { AtTimes, GivenAlive } from "./AtTimes";
import { Comparison } from "./Comparison";
import { FollowUp } from "./FollowUp";
import { GroupTable } from "./GroupTable";
import { Pairs } from "./Pairs";
import { RestrictedMeans } from "./RestrictedMeans";

/**
 * What the curves say in numbers, each part under its own plain heading; `children`, the cautions, follow the main
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
      <GroupTable result={result} panel={panel} />
      <Comparison result={result} panel={panel} />
      {children}
      <Pairs result={result} panel={panel} />
      <AtTimes result={result} panel={panel} />
      <GivenAlive result={result} />
      <RestrictedMeans result={result} />
      <FollowUp result={result} />
    </>
  );
}
