"use client";

import { useMemo } from "react";
import type { KaplanMeierResult } from "../../lib/panels/kaplanMeier/result";
import { thumbnail } from "../../lib/panels/kaplanMeier/thumbnail";
import { useStore } from "../store";
import { SvgTree } from "./SvgTree";

const size = { width: 154, height: 76 };

/** A panel's curves, small. */
export function Thumbnail({ result }: { result: KaplanMeierResult }) {
  const theme = useStore((state) => state.view.theme);
  const tree = useMemo(() => thumbnail(result, size, theme), [result, theme]);
  return <SvgTree node={tree} />;
}
