"use client";

import { useLayoutEffect, useRef, useState } from "react";
import type { Board, Panel } from "../../lib/board/board";
import { endpointOf, needsEndpoint, newPanel, type PanelKindId, panelForms } from "../../lib/board/panelForms/registry";
import type { Answer } from "../../lib/worker/clientState";
import { addPanel, movePanel } from "../actions/panels";
import { idsOf } from "../controls/choices";
import { type Left, MenuList } from "../controls/MenuList";
import { Boundary } from "../failure/Boundary";
import { setView } from "../store";
import { KindPicture } from "./KindPicture";
import { panelParts } from "./panelParts";
import { Thumbnail } from "./Thumbnail";
import styles from "./Thumbnails.module.css";

/** The panels in their order, live and small; a click brings one into focus, dragging reorders them. */
export function Thumbnails({ answer, focus }: { answer: Answer; focus: string | null }) {
  const { snapshot, preview } = answer;
  const cards = useRef<HTMLUListElement>(null);
  const order = snapshot.panels.map(({ id }) => id).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card in focus is elsewhere once it, or the order, changes
  useLayoutEffect(() => keepInView(cards.current), [focus, order]);
  return (
    <div className={styles.row}>
      <ul ref={cards} className={styles.cards}>
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
      </ul>
      <AddPanel answer={answer} />
    </div>
  );
}

/** Scrolls the row, and nothing around it, so far that the card in focus is wholly in it, at every width of the row. */
function keepInView(row: HTMLElement | null): (() => void) | undefined {
  const card = row?.querySelector<HTMLElement>('[aria-pressed="true"]')?.closest("li");
  if (!row || !card) return undefined;
  const scroll = () => {
    const [left, right] = [card.offsetLeft - beside, card.offsetLeft + card.offsetWidth + beside];
    if (left < row.scrollLeft) row.scrollLeft = left;
    else if (right > row.scrollLeft + row.clientWidth) row.scrollLeft = right - row.clientWidth;
  };
  const observer = new ResizeObserver(scroll);
  observer.observe(row);
  scroll();
  return () => observer.disconnect();
}

/** How much of the next card is seen as well, in pixels. */
const beside = 28;

/** A new panel, always at the edge of the row: its kinds, each with a picture and a word. */
function AddPanel({ answer }: { answer: Answer }) {
  const { board } = answer;
  const [open, setOpen] = useState<{ start: "first" | null } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const offered = kinds.filter((kind) => board.endpoints.length > 0 || !needsEndpoint(kind));
  if (offered.length === 0) return null;
  const close = (left: Left) => {
    if (left !== "elsewhere") button.current?.focus();
    setOpen(null);
  };
  return (
    <div className={styles.end}>
      <button
        ref={button}
        type="button"
        className={styles.add}
        aria-label="+ Add panel"
        title="Add a panel"
        aria-expanded={open !== null}
        // A click without a pointer is a key; the second of a double click leaves open what the first has opened.
        onClick={({ detail }) => setOpen(open && detail < 2 ? null : { start: detail === 0 ? "first" : null })}
      >
        +
      </button>
      {open && (
        <MenuList label="Kind of panel" className={styles.kinds} start={open.start} opener={button} onClose={close}>
          {offered.map((kind) => (
            <button key={kind} type="button" onClick={() => addPanel(begun(nextPanel(board, kind), answer))}>
              <KindPicture kind={kind} />
              {panelForms[kind].label}
            </button>
          ))}
        </MenuList>
      )}
    </div>
  );
}

const kinds = idsOf(panelForms);

const begun = (panel: Panel, answer: Answer): Panel => panelParts[panel.kind].begun?.(panel, answer) ?? panel;

/** The first endpoint this kind of panel does not show yet, else the first. */
function nextPanel(board: Board, kind: PanelKindId): Panel {
  const shown = new Set(board.panels.filter((panel) => panel.kind === kind).map(endpointOf));
  const endpoint = board.endpoints.find(({ id }) => !shown.has(id)) ?? board.endpoints[0];
  return newPanel(kind, endpoint?.id ?? null);
}
