import type { DateStyle, JournalId, Writing } from "../../lib/format";
import { none, worded } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Select } from "../controls/Select";
import { changeBoard } from "../store";

const journals: Record<JournalId, string> = {
  plain: "Plain: .04, 1.2–3.4",
  jama: "JAMA, AMA: .04, 1.2-3.4",
  nejm: "NEJM: 0.04, 1.2 to 3.4",
  lancet: "Lancet: 0·04, 1·2–3·4",
};
const decimals: Record<NonNullable<Writing["decimal"]>, string> = { point: "Point, 1.5", comma: "Comma, 1,5" };
const dates: Record<DateStyle, string> = { iso: "2021-06-30", dayMonth: "30 June 2021", monthDay: "June 30, 2021" };

/** How numbers are written, on the screen as in every file for readers: a choice of the board, undone as any other. */
export function WritingChoices({ writing }: { writing: Writing }) {
  const choose = (chosen: Partial<Writing>) =>
    changeBoard((board) => ({ ...board, writing: { ...board.writing, ...chosen } }));
  return (
    <>
      <Labeled look="paper" label="Numbers">
        <Select value={writing.journal} choices={worded(journals)} onValue={(journal) => choose({ journal })} />
      </Labeled>
      <Labeled look="paper" label="Decimal sign">
        <Select
          value={writing.decimal}
          choices={[none("As the style"), ...worded(decimals)]}
          onValue={(decimal) => choose({ decimal })}
        />
      </Labeled>
      <Labeled look="paper" label="Dates">
        <Select value={writing.dates} choices={worded(dates)} onValue={(chosen) => choose({ dates: chosen })} />
      </Labeled>
    </>
  );
}
