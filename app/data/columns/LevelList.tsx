"use client";

import { type DragEvent, useState } from "react";
import type { ColumnDetails } from "../../../lib/cohort/columnDetails";
import { groupColor } from "../../../lib/figure/palette";
import { counted, formatCount } from "../../../lib/format";
import { nth } from "../../../lib/numeric/nth";
import { mergeLevels } from "../../actions/columns";
import { setColumn } from "../../actions/mapping";
import { CommittedNumber, CommittedText } from "../../controls/Committed";
import { Icon } from "../../controls/Icon";
import { withBlanksShown } from "../../rows/blanks";
import { useStore } from "../../store";
import styles from "./ColumnDialog.module.css";

type Level = NonNullable<ColumnDetails["levels"]>[number];

const mostListed = 60;
const usualKeep = 10;

/**
 * The levels in the order they are drawn: dragged or moved by buttons, renamed, colored, merged; rare ones together on
 * request.
 */
export function LevelList({ details }: { details: ColumnDetails }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { name, levels, ordered } = details;
  if (!levels || levels.length === 0 || levels.length > 1000) return null;
  const present = [...chosen].filter((value) => levels.some((level) => level.value === value));
  const set = (next: Level[]) => setColumn(name, { levels: next.map(asSaved) });
  const toggle = (value: string) => {
    const next = new Set(present);
    if (!next.delete(value)) next.add(value);
    setChosen(next);
  };
  return (
    <section className={styles.part} aria-label="Levels">
      <h3>Levels, in the order of the legend</h3>
      <Keep details={details} />
      <Ordered
        levels={levels.slice(0, mostListed)}
        rest={levels.slice(mostListed)}
        ordered={ordered}
        set={set}
        chosen={present}
        toggle={toggle}
      />
      {levels.length > mostListed && <p className="quiet">and {formatCount(levels.length - mostListed)} more</p>}
      <div className={styles.row}>
        {present.length > 1 && (
          <button type="button" onClick={() => mergeLevels(name, present, nth(present, 0))}>
            Merge {present.length} into “{present[0]}”
          </button>
        )}
        <label className={styles.check}>
          <input type="checkbox" checked={ordered} onChange={() => setColumn(name, { ordered: !ordered })} />
          The order means something (low to high)
        </label>
      </div>
    </section>
  );
}

const asSaved = ({ value, label, color }: Level) => ({
  value,
  ...(label === value ? {} : { label }),
  ...(color === null ? {} : { color }),
});

function Ordered({
  levels,
  rest,
  ordered,
  set,
  chosen,
  toggle,
}: {
  levels: Level[];
  rest: Level[];
  ordered: boolean;
  set: (levels: Level[]) => void;
  chosen: string[];
  toggle: (value: string) => void;
}) {
  const theme = useStore((state) => state.view.theme);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const move = (from: number, to: number) => {
    const others = levels.filter((_, place) => place !== from);
    set([...others.slice(0, to), nth(levels, from), ...others.slice(to), ...rest]);
  };
  const change = (place: number, part: Partial<Level>) =>
    set([...levels, ...rest].map((level, index) => (index === place ? { ...level, ...part } : level)));
  const drop = (event: DragEvent, place: number) => {
    event.preventDefault();
    if (dragged !== null && dragged !== place) move(dragged, dragged < place ? place - 1 : place);
    setDragged(null);
    setOver(null);
  };
  return (
    <ol className={styles.list}>
      {levels.map(({ value, label, color, count }, place) => (
        <li
          key={value}
          className={styles.level}
          data-over={over === place && dragged !== null && dragged !== place}
          draggable
          onDragStart={() => setDragged(place)}
          onDragEnd={() => setDragged(null)}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(place);
          }}
          onDrop={(event) => drop(event, place)}
        >
          <span className={styles.handle} aria-hidden="true">
            <Icon name="grip" />
          </span>
          <input
            type="checkbox"
            aria-label={`Choose ${value} for merging`}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
          />
          <CommittedText
            value={label}
            label={`Name of ${value}`}
            placeholder={withBlanksShown(value)}
            onValue={(text) => change(place, { label: text === "" ? value : text })}
          />
          <span className="quiet" title={`${counted(count, "patient")} with “${value}”`}>
            {formatCount(count)}
          </span>
          <input
            type="color"
            aria-label={`Color of ${value}`}
            key={color}
            defaultValue={color ?? groupColor(place, levels.length + rest.length, ordered, theme)}
            // While the picker is open its value changes with every move.
            onBlur={({ target }) => target.value !== target.defaultValue && change(place, { color: target.value })}
          />
          <span className={styles.moves}>
            <button
              type="button"
              data-look="plain"
              disabled={place === 0}
              aria-label={`Move ${value} up`}
              onClick={() => move(place, place - 1)}
            >
              ↑
            </button>
            <button
              type="button"
              data-look="plain"
              disabled={place === levels.length - 1}
              aria-label={`Move ${value} down`}
              onClick={() => move(place, place + 1)}
            >
              ↓
            </button>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Many levels: the most frequent, and all others as one. */
function Keep({ details: { name, different, levels } }: { details: ColumnDetails }) {
  const keep = useStore((state) => state.board.columns.find((choice) => choice.name === name)?.keepLevels);
  if (keep === undefined && (levels?.length ?? 0) <= 3) return null;
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={keep !== undefined}
        onChange={() =>
          setColumn(name, {
            keepLevels: keep === undefined ? Math.min(usualKeep, Math.max(1, different - 2)) : undefined,
          })
        }
      />
      {keep === undefined ? (
        `Keep the most frequent of ${formatCount(different)}, the others as one`
      ) : (
        <>
          Keep the{" "}
          <CommittedNumber
            label="Levels kept"
            value={keep}
            accepts={(count) => Number.isInteger(count) && count >= 1 && count <= 200}
            onValue={(count) => count !== null && setColumn(name, { keepLevels: count })}
          />{" "}
          most frequent of {formatCount(different)}
        </>
      )}
    </label>
  );
}
