"use client";

import { useState } from "react";
import type { Panel } from "../../lib/board/board";
import { addPanel, movePanel, removePanel, setPanel } from "../actions/panels";
import { Menu } from "../controls/Menu";

/** Rename, duplicate, move and delete the focused panel. */
export function PanelMenu({ panel, panels }: { panel: Panel; panels: Panel[] }) {
  const [renaming, setRenaming] = useState(false);
  const place = panels.findIndex(({ id }) => id === panel.id);
  if (renaming) {
    return (
      <input
        type="text"
        aria-label="Name of the panel"
        defaultValue={panel.title ?? ""}
        placeholder="Generated name"
        ref={(field) => field?.focus()}
        onBlur={(event) => {
          const title = event.target.value.trim();
          if ((title || null) !== panel.title) setPanel(panel.id, { title: title || null });
          setRenaming(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
    );
  }
  return (
    <Menu icon="more" title="Panel">
      <button type="button" onClick={() => setRenaming(true)}>
        Rename
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
  );
}
