"use client";

import { useState } from "react";
import type { Board } from "../../lib/board/board";
import type { MatchColumn } from "../../lib/cohort/scores/match";
import { pastedFactors, wholePoints } from "../../lib/cohort/scores/pasted";
import { comparisonInWords } from "../../lib/cohort/scores/words";
import { numberInWords } from "../../lib/format";
import { nth } from "../../lib/numeric/nth";
import { addScore, scoreOf } from "../actions/scores";
import { Dialog } from "../controls/Dialog";
import styles from "./PasteCoefficients.module.css";

/** A score from lines of a model's output or a paper, shown as understood before it is made. */
export function PasteCoefficients({
  columns,
  board,
  onClose,
}: {
  columns: readonly MatchColumn[];
  board: Board;
  onClose: () => void;
}) {
  const [text, setText] = useState("");
  const [ratios, setRatios] = useState(false);
  const [whole, setWhole] = useState(false);
  const { factors, skipped } = pastedFactors(text, columns, board, ratios);
  const rounded = wholePoints(factors.map(({ points }) => points));
  const made = whole ? factors.map((factor, f) => ({ ...factor, points: nth(rounded, f) })) : factors;
  return (
    <Dialog label="Score from coefficients" className={styles.dialog} onClose={onClose}>
      <h2>Score from coefficients</h2>
      <p className="quiet">One factor a line: name, cut if it has one, coefficient.</p>
      <textarea
        rows={7}
        aria-label="Coefficients"
        placeholder={"hemoglobin < 10 g/dL   1.15\nalbumin < 3.5 g/dL   0.89\nage   0.017"}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <label>
        <input type="checkbox" checked={ratios} onChange={({ target }) => setRatios(target.checked)} /> These are hazard
        ratios: take their logarithms
      </label>
      <label>
        <input type="checkbox" checked={whole} onChange={({ target }) => setWhole(target.checked)} /> Round to whole
        points, the smallest being one
      </label>
      {made.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Factor</th>
              <th scope="col">Column</th>
              <th scope="col">Adverse when</th>
              <th scope="col">Points</th>
            </tr>
          </thead>
          <tbody>
            {made.map((factor) => (
              <tr key={factor.id}>
                <th scope="row">{factor.label}</th>
                <td>{factor.column ?? "not found"}</td>
                <td>{comparisonInWords(factor, board)}</td>
                <td>{numberInWords(Number(factor.points.toPrecision(4)))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {skipped.length > 0 && <p role="status">Not understood: {skipped.slice(0, 5).join(" · ")}</p>}
      <form method="dialog">
        <button type="submit">Cancel</button>
        <button
          type="submit"
          data-look="primary"
          disabled={made.length === 0}
          onClick={() => addScore(scoreOf("Score from coefficients", made))}
        >
          Make the score
        </button>
      </form>
    </Dialog>
  );
}
