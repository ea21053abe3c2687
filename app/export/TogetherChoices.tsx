import { type ExportedPanel, exportedPanels } from "../../lib/export/exportFormat";
import { type Paper, paperOfWidth, resized } from "../../lib/export/paper";
import type { Answer } from "../../lib/worker/clientState";
import { Labeled } from "../controls/Labeled";
import { Select } from "../controls/Select";
import styles from "./ExportDialog.module.css";

const arrangements = [
  { value: 1, label: "One below the other" },
  { value: 2, label: "Two beside each other" },
  { value: 3, label: "Three beside each other" },
];

/** Which panels stand in one figure, with letters in the order in which they are chosen. */
export function TogetherChoices({
  answer,
  shown,
  paper,
  onPaper,
}: {
  answer: Answer;
  shown: ExportedPanel;
  paper: Paper;
  onPaper: (paper: Paper) => void;
}) {
  const all = exportedPanels(answer.snapshot.panels);
  const { panels, columns } = paper.together ?? { panels: [shown.panel.id], columns: 2 };
  const choose = (chosen: readonly string[], beside: number) => {
    const { together: _, ...alone } = paper;
    const asked = { panels: chosen, columns: beside };
    onPaper(resized(chosen.length > 1 ? { ...alone, together: asked } : alone, paperOfWidth(paper.widthMm)));
  };
  if (all.length < 2) return null;
  return (
    <details className={styles.together} open={panels.length > 1}>
      <summary>{panels.length > 1 ? "Several panels in one figure" : "Put other panels beside it"}</summary>
      <ol aria-label="Panels of the figure">
        {all.map(({ panel: { id }, title }) => {
          const place = panels.indexOf(id);
          return (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={place >= 0}
                  disabled={place >= 0 && panels.length === 1}
                  onChange={() => choose(place >= 0 ? panels.filter((each) => each !== id) : [...panels, id], columns)}
                />
                <strong>{place >= 0 && panels.length > 1 ? String.fromCharCode(65 + place) : ""}</strong> {title}
              </label>
            </li>
          );
        })}
      </ol>
      {panels.length > 1 && (
        <Labeled look="paper" label="Arrangement">
          <Select value={columns} choices={arrangements} onValue={(beside) => choose(panels, beside)} />
        </Labeled>
      )}
    </details>
  );
}
