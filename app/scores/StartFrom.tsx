"use client";

import { useRef, useState } from "react";
import type { Board } from "../../lib/board/board";
import { matchFactor } from "../../lib/cohort/scores/match";
import type { Preset } from "../../lib/cohort/scores/preset";
import { presets } from "../../lib/cohort/scores/presets";
import { counted, formatCount } from "../../lib/format";
import type { Answer } from "../../lib/worker/clientState";
import { addBlankScore, addPreset, openScore } from "../actions/scores";
import { SelectAction } from "../controls/Select";
import { attempt } from "../failure/attempt";
import { PasteCoefficients } from "./PasteCoefficients";
import styles from "./StartFrom.module.css";

/** Ways to a new score: a published one, pasted coefficients, a shared file, or blank. */
export function StartFrom({ answer: { board, summary } }: { answer: Answer }) {
  const file = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  return (
    <div className={styles.start}>
      <span className="quiet">{board.scores.length > 0 ? "Add from" : "Start from"}</span>
      <SelectAction
        label="Published score"
        name="Published score…"
        choices={presets.map((preset) => ({
          value: preset,
          label: `${preset.label} · ${foundInWords(preset, summary.columns, board)}`,
        }))}
        onValue={addPreset}
      />
      <button type="button" onClick={() => setPasting(true)}>
        Coefficients
      </button>
      <button type="button" onClick={() => file.current?.click()}>
        Score file
      </button>
      <button type="button" onClick={addBlankScore}>
        Blank
      </button>
      <input
        ref={file}
        type="file"
        accept=".json"
        hidden
        data-testid="score-file"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = "";
          if (chosen) attempt(`“${chosen.name}” was not opened`, async () => openScore(await chosen.text()));
        }}
      />
      {pasting && <PasteCoefficients columns={summary.columns} board={board} onClose={() => setPasting(false)} />}
    </div>
  );
}

/** "4 of 4 factors found". */
export function foundInWords(preset: Preset, columns: Answer["summary"]["columns"], board: Board): string {
  const found = preset.factors.filter((factor) => matchFactor(factor, columns, board).factor.column !== null).length;
  return `${formatCount(found)} of ${counted(preset.factors.length, "factor")} found`;
}
