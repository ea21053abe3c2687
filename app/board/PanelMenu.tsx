"use client";

import { useState } from "react";
import type { Panel } from "../../lib/board/board";
import { addPanel, movePanel, removePanel, setPanel } from "../actions/panels";
import { InPlace } from "../controls/InPlace";
import { Menu } from "../controls/Menu";
import { useFocusBack } from "../controls/useFocusBack";
import { NotesDialog } from "./NotesDialog";

/** Rename, duplicate, move and delete the focused panel. */
export function PanelMenu({ panel, panels }: { panel: Panel; panels: Panel[] }) {
  const [renaming, setRenaming] = useState(false);
  const [noting, setNoting] = useState(false);
  const { want, opener } = useFocusBack();
  const place = panels.findIndex(({ id }) => id === panel.id);
  if (renaming) {
    return (
      <InPlace
        text={panel.title ?? ""}
        label="Name of the panel"
        placeholder="Generated name"
        onText={(title) => setPanel(panel.id, { title: title || null })}
        onEnd={(by) => {
          if (by === "key") want();
          setRenaming(false);
        }}
      />
    );
  }
  return (
    <>
      <Menu icon="more" title="Panel" opener={opener}>
        <button type="button" onClick={() => setRenaming(true)}>
          Rename
        </button>
        <button type="button" onClick={() => setNoting(true)}>
          Notes for who presents
        </button>
        <button
          type="button"
          onClick={() => addPanel({ ...panel, title: panel.title === null ? null : `${panel.title} (copy)` })}
        >
          Duplicate
        </button>
        <button type="button" disabled={place === 0} onClick={() => movePanel(panel.id, place - 1)}>
          Move left
        </button>
        <button type="button" disabled={place === panels.length - 1} onClick={() => movePanel(panel.id, place + 1)}>
          Move right
        </button>
        <button type="button" onClick={() => removePanel(panel.id)}>
          Delete
        </button>
      </Menu>
      {noting && <NotesDialog panel={panel} onClose={() => setNoting(false)} />}
    </>
  );
}
