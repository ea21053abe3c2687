import { useState } from "react";
import type { Panel } from "../../lib/board/board";
import { setPanel } from "../actions/panels";
import { Dialog } from "../controls/Dialog";
import styles from "./NotesDialog.module.css";

/** What whoever presents the panel wants to say; it counts when the field is left or the dialog is closed, as one undo step. */
export function NotesDialog({ panel, onClose }: { panel: Panel; onClose: () => void }) {
  const [notes, setNotes] = useState(panel.notes);
  const keep = () => {
    if (notes !== panel.notes) setPanel(panel.id, { notes });
  };
  return (
    <Dialog
      label="Notes"
      title="Notes for who presents"
      light
      className={styles.notes}
      onClose={() => {
        keep();
        onClose();
      }}
    >
      <p className="quiet">
        On no slide: they stand in the speaker view, in the notes of PowerPoint and in the hand-out. The board file
        keeps them, so name no patient.
      </p>
      <textarea
        aria-label="Notes"
        rows={9}
        maxLength={2000}
        value={notes}
        onChange={({ target }) => setNotes(target.value)}
        onBlur={keep}
      />
    </Dialog>
  );
}
