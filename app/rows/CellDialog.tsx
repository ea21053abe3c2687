"use client";

import { type FormEvent, useEffect, useId, useState } from "react";
import { isReadable } from "../../lib/cohort/correctCells";
import { type FileCell, meant } from "../../lib/cohort/fileCell";
import { formatCount, listed } from "../../lib/format";
import { correctCells } from "../actions/columns";
import { theClient } from "../analysis";
import { Dialog } from "../controls/Dialog";
import { useAttempt } from "../failure/attempt";
import { FailureNote } from "../failure/FailureNote";
import { setView, useStore } from "../store";
import styles from "./CellDialog.module.css";

/** One cell of the file, to be corrected; the file itself stays as it is. */
export function CellDialog() {
  const asked = useStore((state) => state.view.cell);
  return asked && <Shown key={JSON.stringify(asked)} asked={asked} />;
}

function Shown({ asked }: { asked: { row: number; column: string } }) {
  const [cell, setCell] = useState<FileCell | null | undefined>();
  const { failed, attempt } = useAttempt();
  useEffect(() => {
    let wanted = true;
    attempt("The cell cannot be shown", async () => {
      const found = await theClient().cell(asked.row, asked.column);
      if (wanted) setCell(found);
    });
    return () => {
      wanted = false;
    };
  }, [asked, attempt]);
  const title = `Correct ${asked.column}, row ${formatCount(asked.row)}`;
  return (
    <Dialog label={title} title={title} className={styles.dialog} light onClose={close}>
      {failed && <FailureNote failed={failed} />}
      {cell === null && <p>“{asked.column}” is made by the program: correct the columns it is made of.</p>}
      {cell && <Correction key={JSON.stringify(cell)} cell={cell} />}
    </Dialog>
  );
}

const close = () => setView({ cell: null });

const hints: Record<FileCell["kind"], string> = {
  number: "That is no number. Write it with digits and a decimal point: 13.4.",
  date: "That is no day. Write it as year-month-day: 2019-02-28.",
  category: "",
};

function Correction({ cell }: { cell: FileCell }) {
  const { line, kind, patient, text, before, words, converted, blankCounts } = cell;
  const board = useStore((state) => state.board);
  const [typed, setTyped] = useState(kind === "date" && !isReadable(cell, text) ? "" : text);
  const [refused, setRefused] = useState(false);
  const id = useId();
  const correct = (to: string) => {
    correctCells([cell], to);
    close();
  };
  const to = meant(board, cell, typed);
  const take = (event: FormEvent) => {
    event.preventDefault();
    if (to === null || (to === "" && blankCounts.length > 0)) setRefused(true);
    else correct(to);
  };
  return (
    <form className={styles.form} onSubmit={take}>
      <p className="quiet">
        {patient !== null && <>Patient {patient} · </>}
        line {formatCount(line)} of the file or its sheet:{" "}
        <mark>{(before?.from ?? text) === "" ? "empty" : (before?.from ?? text)}</mark>
        {before && <> · corrected to {before.to === "" ? "no value" : before.to}</>}
      </p>
      {converted && <p>Write it in the unit of the file: it is converted as the other cells of the column are.</p>}
      {blankCounts.length > 0 && (
        <p>
          A blank cell says what happened here ({listed(blankCounts)}), so that a value can be changed but not taken
          away.
        </p>
      )}
      <input
        type="text"
        aria-label="What it should say"
        aria-invalid={refused}
        aria-describedby={refused ? `${id}-no` : undefined}
        list={words.length > 0 ? `${id}-words` : undefined}
        placeholder={kind === "date" ? "2019-02-28" : undefined}
        // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type here
        autoFocus
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setRefused(false);
        }}
      />
      {words.length > 0 && (
        <datalist id={`${id}-words`}>
          {words.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      {refused && (
        <p id={`${id}-no`} className={styles.refused} role="alert">
          {to === "" ? "That is no value. Say one." : hints[kind]}
        </p>
      )}
      <div className={styles.actions}>
        <button type="submit" data-look="primary">
          Correct
        </button>
        <button type="button" disabled={blankCounts.length > 0} onClick={() => correct("")}>
          No value
        </button>
        {before && (
          <button type="button" data-look="plain" onClick={() => correct(before.from)}>
            Take back
          </button>
        )}
      </div>
      <p className="quiet">
        The file stays as it is. The correction is listed in Data, can be undone, and stands in the methods text. In a
        later cut it counts where the same patient’s cell says the same; settings that were saved know no ids that
        identify, so that there the whole row must be the same.
      </p>
    </form>
  );
}
