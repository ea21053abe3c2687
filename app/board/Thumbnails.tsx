"use client";

import type { Board, Panel } from "../../lib/board/board";
import { boardSchema } from "../../lib/board/board";
import type { Answer } from "../../lib/worker/client";
import { addPanel, movePanel } from "../actions/panels";
import { setView } from "../store";

import { Thumbnail } from "./Thumbnail";
import styles from "./Thumbnails.module.css";

/** The panels in their order, live and small; a click brings one into focus, dragging reorders them. */
export function Thumbnails({ answer: { board, snapshot, preview }, focus }: { answer: Answer; focus: string | null }) {
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

            {panel.state === "ready" && <Thumbnail result={panel.result} />}
            {panel.state === "blocked" && <span className={styles.blocked}>{panel.problem.message}</span>}
          </button>
        </li>
      ))}
      <AddPanel board={board} />
    </ul>
  );
}

function AddPanel({ board }: { board: Board }) {
  if (board.endpoints.length === 0) return null;
  return (
    <li>
      <button type="button" className={styles.add} onClick={() => addPanel(nextPanel(board))}>
        + Add panel
      </button>
    </li>
  );
}

/** The first endpoint nobody looks at yet, else the first, of all patients. */
function nextPanel(board: Board): Panel {
  const shown = new Set(board.panels.map(({ endpoint }) => endpoint));
  const endpoint = board.endpoints.find(({ id }) => !shown.has(id)) ?? board.endpoints[0];
  return boardSchema.shape.panels
    .unwrap()
    .element.parse({ id: "new", kind: "kaplanMeier", endpoint: endpoint.id, group: null });
}
