"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { counted } from "../../../lib/format";
import type { CharacteristicsResult } from "../../../lib/panels/characteristics/result";
import { setPanel } from "../../actions/panels";
import { none, worded } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
import styles from "./TableSettings.module.css";

const compared = {
  both: { differences: true, p: true },
  difference: { differences: true, p: false },
  p: { differences: false, p: true },
  neither: { differences: false, p: false },
};

const choices = worded<keyof typeof compared>({
  both: "difference and P",
  difference: "difference",
  p: "P",
  neither: "neither",
});

/** How the whole table is made; a row may say otherwise. */
export function TableSettings({ panel }: { result: CharacteristicsResult; panel: PanelOf<"characteristics"> }) {
  const { id, numbers, digits, percentOf, missing, differences, randomized, group, all } = panel;
  const p = panel.p && !randomized;
  const by: keyof typeof compared = differences ? (p ? "both" : "difference") : p ? "p" : "neither";
  return (
    <div className={styles.settings} data-testid="table-settings">
      <Labeled label="Numbers as">
        <Select
          value={numbers}
          choices={worded({ median: "median (IQR)", range: "median (range)", mean: "mean (SD)" })}
          onValue={(chosen) => setPanel(id, { numbers: chosen })}
        />
      </Labeled>
      <Labeled label="Digits">
        <Select<number | null>
          value={digits}
          choices={[
            none("as in the file"),
            ...[0, 1, 2, 3].map((value) => ({ value, label: counted(value, "decimal") })),
          ]}
          onValue={(chosen) => setPanel(id, { digits: chosen })}
        />
      </Labeled>
      <Labeled label="Percent of">
        <Select
          value={percentOf}
          choices={worded({ known: "patients with a value", all: "all patients" })}
          onValue={(chosen) => setPanel(id, { percentOf: chosen })}
        />
      </Labeled>
      <Labeled label="Missing">
        <Select
          value={missing}
          choices={worded({ whereAny: "a row where any", always: "a row always" })}
          onValue={(chosen) => setPanel(id, { missing: chosen })}
        />
      </Labeled>
      {group !== null && (
        <>
          <Labeled label="Compare by">
            <Select
              value={by}
              choices={choices.map((choice) => ({ ...choice, disabled: randomized && compared[choice.value].p }))}
              onValue={(chosen) =>
                setPanel(id, randomized ? { differences: compared[chosen].differences } : compared[chosen])
              }
            />
          </Labeled>
          <Labeled
            label="Assigned at random"
            hint="In a randomized trial P of a difference at the start says nothing about balance; it is not shown."
          >
            <input
              type="checkbox"
              checked={randomized}
              onChange={({ target }) => setPanel(id, { randomized: target.checked })}
            />
          </Labeled>
          <Labeled label="Column of all patients">
            <input type="checkbox" checked={all} onChange={({ target }) => setPanel(id, { all: target.checked })} />
          </Labeled>
        </>
      )}
    </div>
  );
}
