"use client";

import { type KeyboardEvent, useState } from "react";
import type { CharacteristicChoice } from "../../../lib/board/panelForms/characteristics";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { CharacteristicRow, CharacteristicsResult } from "../../../lib/panels/characteristics/result";
import { moveRow, rowsOf, sameVariable, setRow, toggleRow } from "../../actions/characteristics";
import { Icon } from "../../controls/Icon";
import { useStore } from "../../store";
import { RowEditor } from "./RowEditor";
import styles from "./Rows.module.css";

/** The rows of the table in their order: dragged, or moved by the arrows on a handle; each with its own choices. */
export function Rows({ result, panel }: { result: CharacteristicsResult | null; panel: PanelOf<"characteristics"> }) {
  const columns = useStore((state) => state.board.columns);
  const [dragged, setDragged] = useState<number | null>(null);
  const rows = rowsOf(panel, result);
  if (rows.length === 0) return null;
  const shown = (of: CharacteristicChoice["of"]): CharacteristicRow | undefined =>
    result?.rows.find((row) => sameVariable(row.of, of));
  const nameOf = ({ of, label }: CharacteristicChoice): string =>
    shown(of)?.label ??
    label ??
    ("column" in of ? (columns.find(({ name }) => name === of.column)?.label ?? of.column) : of.score);
  const onKey = (row: CharacteristicChoice, at: number) => (event: KeyboardEvent) => {
    const to = event.key === "ArrowUp" ? at - 1 : event.key === "ArrowDown" ? at + 1 : null;
    if (to === null) return;
    event.preventDefault();
    moveRow(panel, result, row.of, to);
  };
  return (
    <section className={styles.section}>
      <h2>Rows</h2>
      <ul className={styles.rows}>
        {rows.map((row, at) => (
          <li
            key={JSON.stringify(row.of)}
            data-dragged={dragged === at}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={() => {
              const moved = dragged === null ? undefined : rows[dragged];
              if (moved) moveRow(panel, result, moved.of, at);
              setDragged(null);
            }}
          >
            <button
              type="button"
              data-look="plain"
              className={styles.grip}
              draggable
              aria-label={`Move ${nameOf(row)}: arrow up or down`}
              title="Drag, or press arrow up or down"
              onDragStart={() => setDragged(at)}
              onDragEnd={() => setDragged(null)}
              onKeyDown={onKey(row, at)}
            >
              <Icon name="grip" />
            </button>
            <RowEditor
              row={row}
              name={nameOf(row)}
              shown={shown(row.of)}
              grouped={panel.group !== null}
              onRow={(change) => setRow(panel, result, row.of, change)}
              onRemove={() => toggleRow(panel, result, row.of)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
