import type { ReactNode } from "react";
import { Explained } from "../explain/Explained";
import type { PlainWord } from "../explain/plainWords";

/** A name and its number on one line; `children`: what can be done about it, beside the name. */
export function Line({
  name,
  value,
  note,
  of,
  children,
}: {
  name: string;
  value: string;
  note?: string;
  /** What explains the name. */
  of?: PlainWord;
  children?: ReactNode;
}) {
  return (
    <div>
      <dt>
        {of === undefined ? <span className="clamped">{name}</span> : <Explained of={of}>{name}</Explained>}
        {note !== undefined && <span className="quiet"> {note}</span>}
        {children}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
