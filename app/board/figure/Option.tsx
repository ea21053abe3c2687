"use client";

import type { ReactNode } from "react";
import { type FigureOptions, figureOptionsSchema } from "../../../lib/board/figureOptions";
import { type Control, chosenOf } from "../../../lib/panels/curves/controls";
import type { Drawn } from "../../../lib/panels/curves/drawn";
import { CommittedNumbers } from "./CommittedNumbers";
import { Looks } from "./Looks";
import styles from "./OptionGroups.module.css";

type OnChange = (change: Partial<FigureOptions>) => void;

/** One control, drawn from its declaration. */
export function Option({
  control,
  figure,
  drawn,
  onChange,
}: {
  control: Control;
  figure: FigureOptions;
  drawn: Drawn;
  onChange: OnChange;
}) {
  if (control.kind === "looks") return <Looks figure={figure} drawn={drawn} onChange={onChange} />;
  if (control.kind === "checks")
    return (
      <fieldset className={styles.checks} title={control.hint}>
        <legend>{control.label}</legend>
        {checks(control, figure, onChange)}
      </fieldset>
    );
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={styles.option} title={control.hint}>
      <span>{control.label}</span>
      {field(control, figure, drawn, onChange)}
    </label>
  );
}

function checks(control: Control & { kind: "checks" }, figure: FigureOptions, onChange: OnChange): ReactNode {
  const { option, choices } = control;
  const chosen: readonly string[] = figure[option];
  return choices.map(({ label, value }) => (
    <label key={value}>
      <input
        type="checkbox"
        checked={chosen.includes(value)}
        onChange={({ target }) => {
          const kept = choices
            .map((each) => each.value)
            .filter((each) => (each === value ? target.checked : chosen.includes(each)));
          onChange({ [option]: kept });
        }}
      />
      {label}
    </label>
  ));
}

function field(
  control: Exclude<Control, { kind: "looks" | "checks" }>,
  figure: FigureOptions,
  drawn: Drawn,
  onChange: OnChange,
): ReactNode {
  switch (control.kind) {
    case "choice": {
      const chosen = chosenOf(control, figure);
      return (
        <select value={chosen} onChange={({ target }) => onChange(control.choices[Number(target.value)].change)}>
          {chosen < 0 && <option value={-1}>as the board file says</option>}
          {control.choices.map(({ label }, place) => (
            <option key={label} value={place}>
              {label}
            </option>
          ))}
        </select>
      );
    }
    case "toggle":
      return (
        <input
          type="checkbox"
          checked={figure[control.option]}
          onChange={({ target }) => onChange({ [control.option]: target.checked })}
        />
      );
    case "number": {
      const { option, scale = 1, suffix, empty } = control;
      const value = figure[option];
      return (
        <CommittedNumbers
          values={value === null ? [] : [value]}
          scale={scale}
          most={1}
          placeholder={empty ?? ""}
          suffix={suffix}
          label={control.label}
          accepts={(values) => accepts(option, values[0] ?? null)}
          onValues={(values) => onChange({ [option]: values[0] ?? null })}
        />
      );
    }
    case "numbers":
      return (
        <CommittedNumbers
          values={figure[control.option]}
          most={6}
          placeholder="none"
          label={control.label}
          accepts={(values) => accepts(control.option, values)}
          onValues={(values) => onChange({ [control.option]: values })}
        />
      );
    case "range": {
      const { option, empty } = control;
      const share = option === "yRange" && drawn.scale.quantity === "share";
      return (
        <CommittedNumbers
          values={figure[option] ?? []}
          scale={share ? 100 : 1}
          most={2}
          placeholder={empty}
          suffix={share ? "%" : undefined}
          joint=" to "
          label={control.label}
          accepts={(values) => accepts(option, values.length === 0 ? null : values)}
          onValues={(values) => onChange({ [option]: values.length === 0 ? null : values })}
        />
      );
    }
    case "text":
      return (
        <input
          key={figure[control.option]}
          type="text"
          placeholder={control.empty}
          defaultValue={figure[control.option] ?? ""}
          onBlur={({ target }) => {
            const text = target.value.trim() || null;
            if (text !== figure[control.option]) onChange({ [control.option]: text });
          }}
          onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
        />
      );
  }
}

/** What the board file would take. */
const accepts = (option: keyof FigureOptions, value: unknown) =>
  figureOptionsSchema.shape[option].safeParse(value).success;
