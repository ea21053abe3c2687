import type { ReactNode } from "react";

/** A name and its number on one line; `children`: what can be done about it, beside the name. */
export function Line({
  name,
  value,
  note,
  children,
}: {
  name: string;
  value: string;
  note?: string;
  children?: ReactNode;
}) {
  return (
    <div>
      <dt>
        {name}
        {note !== undefined && <span className="quiet"> {note}</span>}
        {children}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
