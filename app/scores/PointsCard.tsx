"use client";

import { useState } from "react";
import type { Score } from "../../lib/board/score";
import { cutsOf, evenCuts, groupsAt, isWhole } from "../../lib/cohort/scores/groups";
import { groupColor } from "../../lib/figure/palette";
import { counted, formatCount, numberInWords } from "../../lib/format";
import { renameGroup, setScore } from "../actions/scores";
import { CommittedNumber, CommittedText } from "../controls/Committed";
import { SelectAction } from "../controls/Select";
import { useStore } from "../store";
import styles from "./PointsCard.module.css";
import { PointsHistogram } from "./PointsHistogram";
import type { ShownScore } from "./shownScore";

/** Points to groups: the histogram with its cuts, and the groups they make, by pointer, key or number. */
export function PointsCard({ score, view }: ShownScore) {
  const theme = useStore((state) => state.view.theme);
  // While a cut is dragged: where it is, before it counts.
  const [dragged, setDragged] = useState<number[] | null>(null);
  const whole = isWhole(score);
  const cuts = dragged ?? cutsOf(score.groups);
  const setCuts = (next: number[]) => {
    setDragged(null);
    setScore(score.id, (before) => ({ ...before, groups: groupsAt(next, isWhole(before), before.groups) }));
  };
  return (
    <article className={styles.card}>
      <header>
        <h2>Points → groups</h2>
        {score.groups.length > 1 && <span className="quiet">drag the cuts</span>}
        <EvenGroups tally={view.points} first={score.groups.length === 1} onCuts={setCuts} />
      </header>
      <PointsHistogram
        tally={view.points}
        cuts={cuts}
        whole={whole}
        theme={theme}
        onDrag={setDragged}
        onCuts={setCuts}
      />
      <ul className={styles.groups} data-testid="score-groups">
        {score.groups.map((group, g) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cut that moves leaves the fields where they are
          <li key={g}>
            <svg width="12" height="12" aria-hidden="true">
              <rect width="12" height="12" rx="3" fill={groupColor(g, score.groups.length, true, theme)} />
            </svg>
            <CommittedText
              label={`Name of group ${g + 1}`}
              value={group.label}
              onValue={(label) => label !== "" && renameGroup(score.id, group.label, label)}
            />
            <span className="quiet">{beginning(group, whole)}</span>
            {g < score.groups.length - 1 ? (
              <span className={styles.upTo}>
                up to
                <CommittedNumber
                  label={`Last points of group ${group.label}`}
                  value={cutsOf(score.groups)[g] ?? null}
                  onValue={(cut) =>
                    cut !== null && setCuts(cutsOf(score.groups).map((each, index) => (index === g ? cut : each)))
                  }
                />
              </span>
            ) : (
              <span />
            )}
            <span className={styles.count}>{formatCount(view.groups[g]?.patients ?? 0)}</span>
            {score.groups.length > 1 && (
              <button
                type="button"
                data-look="plain"
                aria-label={`Join group ${group.label} with its neighbor`}
                title="Join with its neighbor"
                onClick={() =>
                  setCuts(cutsOf(score.groups).filter((_, c) => c !== Math.min(g, score.groups.length - 2)))
                }
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      <button
        type="button"
        disabled={newCut(cuts, view.points) === null}
        onClick={() => addCut(cuts, view.points, setCuts)}
      >
        + Add cut
      </button>
    </article>
  );
}

function EvenGroups({
  tally,
  first,
  onCuts,
}: {
  tally: ShownScore["view"]["points"];
  /** No cut was set yet. */
  first: boolean;
  onCuts: (cuts: number[]) => void;
}) {
  if (tally.length < 2) return null;
  // Before there are groups each way is one click.
  if (first)
    return (
      <span className={styles.even}>
        split evenly:
        {[2, 3, 4].map((count) => (
          <button key={count} type="button" onClick={() => onCuts(evenCuts(tally, count))}>
            {counted(count, "group")}
          </button>
        ))}
      </span>
    );
  return (
    <SelectAction
      label="Split patients evenly"
      name="Split evenly…"
      choices={[2, 3, 4].map((count) => ({ value: count, label: counted(count, "group") }))}
      onValue={(count) => onCuts(evenCuts(tally, count))}
    />
  );
}

/** Where a group begins. */
function beginning({ min }: Score["groups"][number], whole: boolean): string {
  if (min === null) return "";
  return `${whole ? "from" : "above"} ${numberInWords(min)}`;
}

/** The number of points, not yet a cut, that splits the largest run of patients. */
function newCut(cuts: number[], tally: ShownScore["view"]["points"]): number | null {
  const free = tally.slice(0, -1).filter(({ points }) => !cuts.includes(points));
  return (
    free.reduce<{ points: number; patients: number } | null>(
      (best, each) => (best === null || each.patients > best.patients ? each : best),
      null,
    )?.points ?? null
  );
}

function addCut(cuts: number[], tally: ShownScore["view"]["points"], onCuts: (cuts: number[]) => void) {
  const cut = newCut(cuts, tally);
  if (cut !== null) onCuts([...cuts, cut]);
}
