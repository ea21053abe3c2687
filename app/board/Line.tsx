/** A name and its number on one line. */
export function Line({ name, value, note }: { name: string; value: string; note?: string }) {
  return (
    <div>
      <dt>
        {name}
        {note !== undefined && <span className="quiet"> {note}</span>}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
