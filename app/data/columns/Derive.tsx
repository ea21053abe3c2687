"use client";

import { type ReactNode, useState } from "react";
import { type Board, type DerivedColumn, type TimeUnit, timeUnitSchema } from "../../../lib/board/board";
import { derivedInWords, sourcesOf } from "../../../lib/cohort/derivedWords";
import type { ColumnSummary } from "../../../lib/cohort/tableSummary";
import { addDerived, removeDerived } from "../../actions/columns";
import { blank, type Choice, named, none, worded } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Picker } from "../../controls/Picker";
import { Select } from "../../controls/Select";
import styles from "./ColumnDialog.module.css";

/** New columns made from this one: groups of a number, a ratio, the time between two dates. */
export function Derive({ column, columns, board }: { column: ColumnSummary; columns: ColumnSummary[]; board: Board }) {
  const { name, kind } = column;
  const { derivedColumns } = board.edits;
  const own = derivedColumns.find((each) => each.name === name);
  const made = derivedColumns.filter((each) => sourcesOf(each).includes(name));
  const taken = (given: string) => columns.some((each) => each.name === given);
  if (!own && kind === "category" && made.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Derived columns">
      <h3>{own ? "Derived column" : "Derive a column"}</h3>
      <ul className={styles.words}>
        {[...(own ? [own] : []), ...made].map((each) => (
          <li key={each.name}>
            <span>
              <strong>{each.name}</strong> <span className="quiet">{derivedInWords(each)}</span>
            </span>
            <button type="button" data-look="plain" onClick={() => removeDerived(each.name)}>
              delete
            </button>
          </li>
        ))}
      </ul>
      {kind === "number" && <Cut column={name} taken={taken} />}
      {kind === "number" && <Ratio column={name} columns={columns} taken={taken} />}
      {kind === "number" && <TimeDifference column={name} columns={columns} taken={taken} />}
      {kind === "date" && <Difference column={name} columns={columns} taken={taken} />}
    </section>
  );
}

function freeName(name: string, taken: (name: string) => boolean): string {
  if (!taken(name)) return name;
  for (let n = 2; ; n++) if (!taken(`${name} ${n}`)) return `${name} ${n}`;
}

/** The fields of one manner of deriving, folded away; the name and the button are the same for all. */
function Maker({
  title,
  name,
  taken,
  make,
  children,
}: {
  title: string;
  name: string;
  taken: (name: string) => boolean;
  make: ((name: string) => DerivedColumn) | null;
  children: ReactNode;
}) {
  const [own, setOwn] = useState<string | null>(null);
  const shown = own ?? freeName(name, taken);
  const isTaken = taken(shown);
  return (
    <details>
      <summary>{title}</summary>
      <div className={styles.derive}>
        {children}
        <Labeled label="Name">
          <input type="text" value={shown} maxLength={200} onChange={({ target }) => setOwn(target.value)} />
        </Labeled>
        {isTaken && <p className={styles.error}>There is a column of this name.</p>}
        <div className={styles.row}>
          <button
            type="button"
            disabled={make === null || isTaken || shown.trim() === ""}
            onClick={() => {
              if (make) addDerived(make(shown.trim()));
              setOwn(null);
            }}
          >
            Add the column
          </button>
        </div>
      </div>
    </details>
  );
}

const parts: Choice<number | null>[] = [
  none("at given cuts"),
  { value: 2, label: "at the median" },
  { value: 3, label: "at the tertiles" },
  { value: 4, label: "at the quartiles" },
];

const belongs: Record<"<" | "<=", string> = {
  "<": "belongs to the higher group (<, ≥)",
  "<=": "belongs to the lower group (≤, >)",
};

function Cut({ column, taken }: { column: string; taken: (name: string) => boolean }) {
  const [count, setCount] = useState<number | null>(null);
  const [text, setText] = useState("");
  const [below, setBelow] = useState<"<" | "<=">("<");
  // "10; 12.5", "10 12.5" and "10; 12,5" are two cuts each.
  const cuts = text
    .split(/[;\s]+|,\s+/)
    .filter((part) => part !== "")
    .map((part) => Number(part.replace(",", ".")));
  const usable = count !== null || (cuts.length > 0 && cuts.length <= 20 && cuts.every(Number.isFinite));
  const name =
    count === null
      ? `${column} groups`
      : `${column} ${count === 2 ? "by median" : count === 3 ? "tertiles" : "quartiles"}`;
  return (
    <Maker
      title="Cut into groups"
      name={name}
      taken={taken}
      make={
        usable
          ? (given) => ({
              from: "cut",
              name: given,
              column,
              by: count === null ? { at: cuts } : { parts: count },
              below,
              labels: [],
            })
          : null
      }
    >
      <Labeled label="Cut">
        <Select value={count} choices={parts} onValue={setCount} />
      </Labeled>
      {count === null && (
        <Labeled label="Cuts">
          <input
            type="text"
            inputMode="decimal"
            placeholder="10; 12.5"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Labeled>
      )}
      <Labeled label="A value at a cut">
        <Select value={below} choices={worded(belongs)} onValue={setBelow} />
      </Labeled>
    </Maker>
  );
}

interface WithOthers {
  column: string;
  columns: ColumnSummary[];
  taken: (name: string) => boolean;
}

function Ratio({ column, columns, taken }: WithOthers) {
  const [under, setUnder] = useState("");
  const others = columns.filter(({ kind, name }) => kind === "number" && name !== column).map(({ name }) => name);
  return (
    <Maker
      title="Ratio to another column, such as NLR"
      name={under === "" ? "" : `${column} / ${under}`}
      taken={taken}
      make={under === "" ? null : (name) => ({ from: "ratio", name, over: column, under })}
    >
      <Labeled label={`${column} divided by`}>
        <Picker value={under} choices={[blank("choose"), ...named(others)]} onValue={setUnder} />
      </Labeled>
    </Maker>
  );
}

/** Of times that count from the same day: overall survival from treatment is days to death − days to treatment. */
function TimeDifference({ column, columns, taken }: WithOthers) {
  const [start, setStart] = useState("");
  const others = columns.filter(({ kind, name }) => kind === "number" && name !== column).map(({ name }) => name);
  return (
    <Maker
      title="Time since another time, such as from treatment"
      name={start === "" ? "" : `${column} from ${start}`}
      taken={taken}
      make={start === "" ? null : (name) => ({ from: "timeDifference", name, start, end: column })}
    >
      <Labeled label={`${column} minus`}>
        <Picker value={start} choices={[blank("choose"), ...named(others)]} onValue={setStart} />
      </Labeled>
    </Maker>
  );
}

function Difference({ column, columns, taken }: WithOthers) {
  const [end, setEnd] = useState("");
  const [unit, setUnit] = useState<TimeUnit>("months");
  const others = columns.filter(({ kind, name }) => kind === "date" && name !== column).map(({ name }) => name);
  return (
    <Maker
      title="Time from this date to another"
      name={end === "" ? "" : `${unit} from ${column} to ${end}`}
      taken={taken}
      make={end === "" ? null : (name) => ({ from: "dateDifference", name, start: column, end, unit })}
    >
      <Labeled label="To">
        <Picker value={end} choices={[blank("choose"), ...named(others)]} onValue={setEnd} />
      </Labeled>
      <Labeled label="In">
        <Select value={unit} choices={named(timeUnitSchema.options)} onValue={setUnit} />
      </Labeled>
    </Maker>
  );
}
