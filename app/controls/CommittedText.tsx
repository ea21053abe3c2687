/** A text that counts when the field is left or Enter is pressed: one undo step. What is not taken over is put back. */
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
      onBlur={({ target }) => {
        const text = target.value.trim();
        target.value = value;
        if (text !== value) onValue(text);
      }}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}
