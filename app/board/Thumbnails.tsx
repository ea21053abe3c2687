"use client";

import { useState } from "react";
import type { Board, Panel } from "../../lib/board/board";
import { endpointOf, needsEndpoint, newPanel, type PanelKindId, panelForms } from "../../lib/board/panelForms/registry";
import type { Answer } from "../../lib/worker/clientState";
import { addPanel, movePanel } from "../actions/panels";
import { idsOf } from "../controls/choices";
import { type Left, MenuList } from "../controls/MenuList";
import { useFocusBack } from "../controls/useFocusBack";
import { Boundary } from "../failure/Boundary";
import { setView } from "../store";
import { panelParts } from "./panelParts";
import { Thumbnail } from "./Thumbnail";
import styles from "./Thumbnails.module.css";

/** The panels in their order, live and small; a click brings one into focus, dragging reorders them. */
export function Thumbnails({ answer, focus }: { answer: Answer; focus: string | null }) {
  const { snapshot, preview } = answer;
  return (
    <ul className={styles.row}>
      {snapshot.panels.map((panel, place) => (
        <li
          key={panel.id}
          draggable
          onDragStart={(event) => event.dataTransfer.setData("application/x-panel", panel.id)}
          onDragOver={(event) => event.dataTransfer.types.includes("application/x-panel") && event.preventDefault()}
          onDrop={(event) => {
            const moved = event.dataTransfer.getData("application/x-panel");
            if (moved) movePanel(moved, place);
          }}
        >
          <button
            type="button"
            className={styles.thumbnail}
            aria-pressed={panel.id === focus}
            data-dim={preview && panel.id !== focus}
            onClick={() => setView({ focus: panel.id })}
          >
            <span className={styles.title} title={panel.title}>
              {panel.title}
            </span>

            {panel.state === "ready" && (
              <Boundary
                what="The panel cannot be drawn"
                of={[panel.result]}
                instead={<span className={styles.blocked}>This panel cannot be drawn.</span>}
              >
                <Thumbnail result={panel.result} />
              </Boundary>
            )}
            {panel.state === "blocked" && <span className={styles.blocked}>{panel.problem.message}</span>}
          </button>
        </li>
      ))}
      <AddPanel answer={answer} />
    </ul>
  );
}

/** A new panel: of the only kind, or of the one chosen in the box that opens in place. */
function AddPanel({ answer }: { answer: Answer }) {
  const { board } = answer;
  const [open, setOpen] = useState(false);
  const { want, opener } = useFocusBack();
  const offered = kinds.filter((kind) => board.endpoints.length > 0 || !needsEndpoint(kind));
  if (offered.length === 0) return null;
  const close = (left: Left) => {
    if (left !== "elsewhere") want();
    setOpen(false);
  };
  if (!open) {
    return (
      <li>
        <button ref={opener} type="button" className={styles.add} onClick={() => setOpen(true)}>
          + Add panel
        </button>
      </li>
    );
  }
  return (
    <li ref={wholly}>
      <MenuList label="Kind of panel" className={styles.kinds} start="first" onClose={close}>
        {offered.map((kind) => (
          <button
            key={kind}
            type="button"
            data-look="plain"
            // The second click of a double one, on the button before, chose nothing.
            onClick={({ detail }) => detail < 2 && addPanel(begun(nextPanel(board, kind), answer))}
          >
            {panelForms[kind].label}
          </button>
        ))}
      </MenuList>
    </li>
  );
}

/** The list of kinds is wider than the button in whose place it opens, at the end of a row that scrolls. */
const wholly = (list: HTMLLIElement | null) => list?.scrollIntoView({ block: "nearest", inline: "end" });

const kinds = idsOf(panelForms);

const begun = (panel: Panel, answer: Answer): Panel => panelParts[panel.kind].begun?.(panel, answer) ?? panel;

/** The first endpoint this kind of panel does not show yet, else the first. */
function nextPanel(board: Board, kind: PanelKindId): Panel {
  const shown = new Set(board.panels.filter((panel) => panel.kind === kind).map(endpointOf));
  const endpoint = board.endpoints.find(({ id }) => !shown.has(id)) ?? board.endpoints[0];
  return newPanel(kind, endpoint?.id ?? null);
}
