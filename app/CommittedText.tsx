/** A text that counts when the field is left or Enter is pressed: one undo step. */
export function CommittedText({
  value,
  placeholder,
  label,
  onValue,
}: {
  value: string;
  placeholder?: string;
  /** What it is, where no label stands beside it. */
  label?: string;
  onValue: (text: string) => void;
}) {
  return (
    <input
      key={value}
      type="text"
      aria-label={label}
      defaultValue={value}
      placeholder={placeholder}
      onBlur={(event) => event.target.value.trim() !== value && onValue(event.target.value.trim())}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}
