import { type KeyboardEvent, useId, useState } from "react";
import { type Entry, keyOf, listed } from "./choices";
import { foundInside } from "./found";
import { Icon } from "./Icon";
import styles from "./Picker.module.css";
import { PickerList } from "./PickerList";
import { placeAfter } from "./placeAfter";

interface Shared {
  /** What it is, where no label stands beside it. */
  label?: string;
  className?: string;
  disabled?: boolean;
}

/**
 * One of a long list, such as the columns of a file, by typing part of its name: an editable combobox with a listbox
 * (WAI-ARIA). Arrows, Page up and Page down go through the list, Enter takes, Escape and leaving put back what was there.
 * A choice with `within` has choices of its own, which may follow what is typed.
 */
export function Picker<V>({
  value,
  choices,
  onValue,
  unlisted,
  ...rest
}: Shared & {
  value: V;
  choices: readonly Entry<NoInfer<V>>[];
  onValue: (value: NoInfer<V>) => void;
  /** What a value is called that is not in the list. */
  unlisted?: string;
}) {
  const shown = listed(value, choices, unlisted);
  const key = keyOf(value);
  const text = shown.find((choice) => keyOf(choice.value) === key)?.label ?? "";
  return <Combobox {...rest} text={text} chosen={[key]} choices={shown} onValue={onValue} />;
}

/** A list of things to do: choosing one does it, and the field is at its name again. */
export function PickerAction<V>({
  name,
  ...rest
}: Shared & {
  /** What stands in it. */
  name: string;
  choices: readonly Entry<V>[];
  onValue: (value: V) => void;
}) {
  return <Combobox {...rest} text="" placeholder={name} chosen={[]} />;
}

/** Several of a long list: choosing one takes it in or out, and the list stays for the next. */
export function PickerOfSeveral<V>({
  name,
  values,
  onToggle,
  ...rest
}: Shared & {
  /** What stands in it. */
  name: string;
  values: readonly V[];
  choices: readonly Entry<V>[];
  onToggle: (value: V) => void;
}) {
  return <Combobox {...rest} text="" placeholder={name} chosen={values.map(keyOf)} several onValue={onToggle} />;
}

function Combobox<V>({
  text,
  placeholder,
  chosen,
  several = false,
  choices,
  onValue,
  label,
  className,
  disabled,
}: Shared & {
  /** What stands in it while it is closed. */
  text: string;
  placeholder?: string;
  /** The keys of what stands there. */
  chosen: readonly string[];
  /** Each is taken in or out by itself. */
  several?: boolean;
  choices: readonly Entry<V>[];
  onValue: (value: V) => void;
}) {
  const id = useId();
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const [state, setState] = useState<Open<V> | null>(null);
  const isChosen = ({ value }: Entry<V>) => chosen.includes(keyOf(value));
  const typed = state?.typed ?? "";
  const entries = !state ? [] : state.inside?.within ? state.inside.within(typed) : foundInside(choices, typed);
  // What stands there already is where a list begins that nothing was typed into.
  const begins = typed !== "" || several || state?.inside ? 0 : entries.findIndex((entry) => isChosen(entry));
  const at = state?.at ?? null;
  const pointed = at === null ? -1 : entries.findIndex(({ value }) => keyOf(value) === at);
  const active = Math.min(pointed >= 0 ? pointed : begins, entries.length - 1);
  const open = () => setState({ typed: null, at: null, inside: null });
  /** Out of the choices of a choice, with nothing typed yet: what is typed next is not to stand behind the old text. */
  const back = () => setState({ typed: "", at: null, inside: null });
  const close = () => setState(null);
  const take = (entry: Entry<V> | undefined) => {
    if (!entry || entry.disabled) return;
    if (entry.within) return setState({ typed: null, at: null, inside: entry });
    if (several) input?.select();
    else close();
    if (several || !isChosen(entry)) onValue(entry.value);
  };
  const go = (place: number) => {
    const entry = entries[place];
    if (entry) setState((before) => before && { ...before, at: keyOf(entry.value) });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // An input method takes the same keys for its own.
    if (event.nativeEvent.isComposing) return;
    // A letter takes the place of what stands there, as it does where a pointer or Tab came.
    if (!state && event.key.length === 1 && !event.ctrlKey && !event.metaKey) input?.select();
    const handled = state ? whileOpen(event) : opens.has(event.key);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
    if (!state) open();
  };
  const whileOpen = ({ key, altKey }: KeyboardEvent): boolean => {
    const paged = key === "PageDown" ? active + 10 : key === "PageUp" ? active - 10 : null;
    const next = placeAfter(key, active, entries.length);
    if (key === "Enter") take(entries[active]);
    else if (key === "Escape" && state?.inside) back();
    else if (key === "Escape" || (key === "ArrowUp" && altKey)) close();
    else if (key === "Backspace" && state?.inside && typed === "") back();
    else if (paged !== null) go(Math.max(0, Math.min(entries.length - 1, paged)));
    // Home and End are for what is typed.
    else if (next !== null && key !== "Home" && key !== "End") go(next);
    else return false;
    return true;
  };

  const option = (place: number) => `${id}-${place}`;
  return (
    <span className={[styles.picker, className].filter(Boolean).join(" ")} data-picker="">
      <input
        ref={setInput}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={state !== null}
        aria-controls={state ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={state && active >= 0 ? option(active) : undefined}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        title={text || undefined}
        placeholder={state?.inside ? `${state.inside.label}: ${state.inside.title ?? ""}` : (placeholder ?? text)}
        value={state?.typed ?? (state?.inside ? "" : text)}
        data-typed={state?.typed !== null && state !== null}
        onClick={({ currentTarget }) => {
          if (state) return;
          currentTarget.select();
          open();
        }}
        onChange={({ target }) => setState({ typed: target.value, at: null, inside: state?.inside ?? null })}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <Icon name="down" />
      {state && input && (
        <PickerList
          id={`${id}-list`}
          label={state.inside?.label ?? label ?? "Choices"}
          field={input}
          entries={entries}
          active={active}
          isChosen={isChosen}
          several={several}
          option={option}
          onActive={go}
          onTake={take}
        />
      )}
    </span>
  );
}

const opens = new Set(["ArrowDown", "ArrowUp", "Enter"]);

interface Open<V> {
  /** Null: nothing yet, and every choice is listed. */
  typed: string | null;
  /** The key of the entry that Enter takes, wherever an answer moves it; null: the first, or what stands there already. */
  at: string | null;
  inside: Entry<V> | null;
}
