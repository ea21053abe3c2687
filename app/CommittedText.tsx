/** A text that counts when the field is left or Enter is pressed: one undo step. */
export function CommittedText({
  value,
  placeholder,
  onValue,
}: {
  value: string;
  placeholder?: string;
  onValue: (text: string) => void;
}) {
  return (
    <input
      key={value}
      type="text"
      defaultValue={value}
      placeholder={placeholder}
      onBlur={(event) => event.target.value.trim() !== value && onValue(event.target.value.trim())}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}
