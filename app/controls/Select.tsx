import type { RefCallback } from "react";
import { type Choice, keyOf, listed } from "./choices";

/** One of a list, by its value. A value that is not in the list is shown and said to be unusable. */
export function Select<V>({
  value,
  choices,
  onValue,
  label,
  unlisted,
  ...rest
}: {
  value: V;
  choices: readonly Choice<NoInfer<V>>[];
  onValue: (value: NoInfer<V>) => void;
  /** What it is, where no label stands beside it. */
  label?: string;
  /** What a value is called that is not in the list. */
  unlisted?: string;
  className?: string;
  disabled?: boolean;
  ref?: RefCallback<HTMLSelectElement>;
}) {
  const shown = listed(value, choices, unlisted);
  return (
    <select
      aria-label={label}
      value={keyOf(value)}
      onChange={({ target }) => {
        const chosen = shown.find((choice) => keyOf(choice.value) === target.value);
        if (chosen) onValue(chosen.value);
      }}
      {...rest}
    >
      {shown.map((choice) => (
        <option key={keyOf(choice.value)} value={keyOf(choice.value)} title={choice.title} disabled={choice.disabled}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

/** A list of things to do: choosing one does it, and the list is at its name again. */
export function SelectAction<V>({
  name,
  choices,
  onValue,
  label,
  className,
}: {
  /** What stands in it. */
  name: string;
  choices: readonly Choice<V>[];
  onValue: (value: V) => void;
  label: string;
  className?: string;
}) {
  return (
    <Select<number | null>
      label={label}
      className={className}
      value={null}
      choices={[{ value: null, label: name }, ...choices.map((choice, place) => ({ ...choice, value: place }))]}
      onValue={(place) => {
        const chosen = place === null ? undefined : choices[place];
        if (chosen) onValue(chosen.value);
      }}
    />
  );
}
