import { type ExportedPanel, type ExportFormat, exportedPanels } from "../../lib/export/exportFormat";
import type { Privacy } from "../../lib/export/privacy";
import { smallGroups } from "../../lib/export/smallGroups";
import { counted } from "../../lib/format";
import type { Answer } from "../../lib/worker/clientState";
import styles from "./ExportDialog.module.css";
import { groupsOf } from "./exportRequest";
import { Amount } from "./PaperChoices";

const choices: { id: Privacy["smallGroups"]; label: string }[] = [
  { id: "asIs", label: "Export as they are" },
  { id: "merge", label: "Merge them with others" },
  { id: "suppress", label: "Leave them out" },
];

/** What a file gives away, and what can be held back; small groups are named before anything is written. */
export function PrivacyChoices({
  answer,
  shown,
  format,
  privacy,
  onPrivacy,
}: {
  answer: Answer;
  shown: ExportedPanel;
  format: ExportFormat;
  privacy: Privacy;
  onPrivacy: (privacy: Privacy) => void;
}) {
  const panels = format.section === "Whole board" ? exportedPanels(answer.snapshot.panels) : [shown];
  const small = panels.flatMap((each) => smallGroups(groupsOf(each), privacy.smallest));
  const excluded = panels.flatMap(({ result }) =>
    result.leftOut.filter(({ count }) => count > 0 && count < privacy.smallest),
  );
  const exclusions = [...new Set(excluded.map(({ count, reason }) => `${count} ${reason}`))];
  const named = [...new Map(small.map((group) => [`${group.label}\n${group.patients}`, group])).values()];
  return (
    <fieldset className={styles.privacy}>
      <legend>What it gives away</legend>
      <p className="quiet">
        Curves are drawn from every patient’s time: times can be read back from a vector file or a table of steps.
      </p>
      {format.holds.map((held) => (
        <label key={held}>
          <input
            type="checkbox"
            checked={held === "ticks" ? !privacy.ticks : privacy[held]}
            onChange={({ target: { checked } }) =>
              onPrivacy({ ...privacy, [held]: held === "ticks" ? !checked : checked })
            }
          />
          {heldInWords(held, privacy.smallest)}
        </label>
      ))}
      <Amount
        label="Small is fewer than"
        value={privacy.smallest}
        min={1}
        max={100}
        onValue={(smallest) => onPrivacy({ ...privacy, smallest: Math.round(smallest) })}
      />
      {named.length + exclusions.length > 0 && (
        <div className={styles.small} data-testid="small-groups">
          {named.length > 0 && (
            <p>
              <strong>
                {counted(named.length, "group has", "groups have")} fewer than {privacy.smallest} patients:
              </strong>{" "}
              {named.map(({ label, patients }) => `${label} (${patients})`).join(", ")}
            </p>
          )}
          {exclusions.length > 0 && (
            <p>
              <strong>Fewer than {privacy.smallest} patients are not in a figure:</strong> {exclusions.join(", ")}
            </p>
          )}
          {choices.map(({ id, label }) => (
            <label key={id}>
              <input
                type="radio"
                name="small-groups"
                checked={privacy.smallGroups === id}
                onChange={() => onPrivacy({ ...privacy, smallGroups: id })}
              />
              {label}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}

function heldInWords(held: ExportFormat["holds"][number], smallest: number): string {
  switch (held) {
    case "ticks":
      return "No ticks for censored patients";
    case "wholeMonths":
      return "Times in whole months";
    case "cut":
      return `Nothing where fewer than ${smallest} are at risk`;
  }
}
