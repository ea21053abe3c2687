/** One of a list by its text; a value that is not in the list is shown and said to be unusable. */
export function Choice({
  value,
  choices,
  onChoice,
  empty,
}: {
  value: string;
  choices: readonly string[];
  onChoice: (choice: string) => void;
  empty?: string;
}) {
  return (
    <select value={value} onChange={(event) => onChoice(event.target.value)}>
      {empty !== undefined && <option value="">{empty}</option>}
      {value !== "" && !choices.includes(value) && <option value={value}>{value} (not usable here)</option>}
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  );
}
