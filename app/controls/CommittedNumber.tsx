/** A number that counts when the field is left or Enter is pressed: one undo step. An empty field is null where that is allowed. */
export function CommittedNumber({
  value,
  label,
  onValue,
  optional = false,
}: {
  value: number | null;
  label?: string;
  onValue: (value: number | null) => void;
  optional?: boolean;
}) {
  const commit = (text: string) => {
    const typed = text.trim() === "" ? null : Number(text.trim().replace(",", ".").replace("−", "-"));
    if (typed === null ? optional && value !== null : Number.isFinite(typed) && typed !== value) onValue(typed);
  };
  return (
    <input
      key={value}
      type="text"
      inputMode="decimal"
      aria-label={label}
      defaultValue={value === null ? "" : String(value)}
      onBlur={({ target }) => {
        commit(target.value);
        target.value = value === null ? "" : String(value);
      }}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}
