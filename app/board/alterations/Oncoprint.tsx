"use client";

import { type MouseEvent, useMemo, useRef, useState } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { classesIn, classNames, maskOf, TESTED } from "../../../lib/cohort/genes";
import { formatCount, listed } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import { oncoprint } from "../../../lib/panels/alterations/oncoprint/figure";
import { placeAt } from "../../../lib/panels/alterations/oncoprint/layout";
import type { AlterationsResult } from "../../../lib/panels/alterations/result";
import { caption, shareInWords } from "../../../lib/panels/alterations/words";
import { openGene } from "../../actions/alterations";
import { setFigure } from "../../actions/panels";
import { showRows } from "../../rows/showRows";
import { useStore } from "../../store";
import { EditableText } from "../figure/EditableText";
import scrolled from "../ScrolledFigure.module.css";
import { SvgTree } from "../SvgTree";
import { useSize } from "../useSize";
import styles from "./Alterations.module.css";
import { GeneTable } from "./GeneTable";

/** Genes drawn above and below what is seen, so that scrolling meets them drawn. */
const beyond = 12;

/** The oncoprint at the size of its place; of many genes those in sight are drawn. A gene opens its curves. */
export function Oncoprint({ result, panel }: { result: AlterationsResult; panel: PanelOf<"alterations"> }) {
  const place = useRef<HTMLElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const [top, setTop] = useState(0);
  const [hint, setHint] = useState<string | null>(null);
  const { figure: options } = panel;
  const sheet = useMemo(() => size && { ...size, theme }, [size, theme]);
  const layout = useMemo(
    () => sheet && oncoprint(result, options, sheet, { from: 0, to: 0 }).layout,
    [result, options, sheet],
  );
  const step = layout ? Math.floor((top - layout.genesTop) / (layout.pitch * (beyond / 2))) : 0;
  const figure = useMemo(() => {
    if (!sheet || !layout) return null;
    const from = (step * beyond) / 2 - beyond;
    const seen = Math.ceil(sheet.height / layout.pitch);
    return oncoprint(result, options, sheet, { from, to: from + seen + 3 * beyond });
  }, [result, options, sheet, layout, step]);
  const at = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return layout && placeAt(result, layout, event.clientX - box.left, event.clientY - box.top);
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const found = at(event);
    if (!found) return;
    const line = nth(result.genes, found.gene);
    const rows = (title: string, part: string) =>
      showRows(`${line.gene}: ${title}`, { of: "part", panel: panel.id, part: [line.gene, part] });
    if (found.part === "name") openGene(panel, line);
    else if (found.part === "share") rows("altered", "altered");
    else rows(stateOf(result, found.gene, found.patient), `row ${nth(result.order.rows, found.patient)}`);
  };
  return (
    <div className={scrolled.frame}>
      <section
        ref={place}
        className={scrolled.place}
        data-testid="figure"
        aria-label="Oncoprint"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys scroll the genes
        tabIndex={0}
        onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
      >
        {figure && (
          // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the table of genes has the keys
          <div
            className={`${scrolled.drawing} ${styles.marks}`}
            data-part={hint === null ? undefined : "target"}
            onClick={onClick}
            onMouseMove={(event) => setHint(hintOf(result, at(event)))}
            onMouseLeave={() => setHint(null)}
          >
            <SvgTree node={figure.tree} />
          </div>
        )}
      </section>
      <footer className={styles.foot}>
        <div data-testid="caption">
          <EditableText
            name="caption"
            lines={3}
            text={options.caption ?? caption(result, options)}
            onText={(text) => setFigure(panel.id, { caption: text })}
          />
        </div>
        <div className={styles.tools}>
          <p aria-live="off">{hint ?? (result.genes.length > 0 ? "Click a gene for its curves." : "")}</p>
          {result.genes.length > 0 && <GeneTable result={result} panel={panel} />}
        </div>
      </footer>
    </div>
  );
}

/** "missense, deep loss", "wild type", "not tested". */
function stateOf({ genes, counted }: AlterationsResult, gene: number, patient: number): string {
  const bits = nth(genes, gene).cells.bits[patient] ?? 0;
  const classes = classesIn(bits & maskOf(counted)).map((each) => classNames[each]);
  if (classes.length > 0) return listed(classes);
  return (bits & TESTED) !== 0 ? "wild type" : "not tested";
}

function hintOf(result: AlterationsResult, found: ReturnType<typeof placeAt>): string | null {
  if (!found) return null;
  const line = nth(result.genes, found.gene);
  if (found.part === "name") return `${line.gene}: show its curves`;
  if (found.part === "share") return `${line.gene}: show the ${shareInWords(line)} altered`;
  return `${line.gene}, patient ${formatCount(found.patient + 1)} of ${formatCount(result.order.rows.length)}: ${stateOf(result, found.gene, found.patient)}`;
}
