"use client";

import { useMemo } from "react";
import type { PanelResult } from "../../lib/panels/result";
import { shownKinds } from "../../lib/panels/shownKinds";
import { useStore } from "../store";
import { SvgTree } from "./SvgTree";

const size = { width: 154, height: 76 };

/** A panel's curves, small. */
export function Thumbnail({ result }: { result: PanelResult }) {
  const theme = useStore((state) => state.view.theme);
  const tree = useMemo(() => shownKinds[result.kind].thumbnail(result, size, theme), [result, theme]);
  return <SvgTree node={tree} />;
}
