"use client";

import type { ReactNode } from "react";
import { type FigureOptions, figureOptionsSchema } from "../../../lib/board/figureOptions";
import { type Control, chosenOf } from "../../../lib/panels/curves/controls";
import type { Drawn } from "../../../lib/panels/curves/drawn";
import { CommittedText } from "../../controls/Committed";
import { CommittedNumbers } from "../../controls/CommittedNumbers";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
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
    <Labeled look="setting" label={control.label} hint={control.hint}>
      {field(control, figure, drawn, onChange)}
    </Labeled>
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
      return (
        <Select
          value={chosenOf(control, figure)}
          choices={control.choices.map(({ label }, place) => ({ value: place, label }))}
          unlisted="as the board file says"
          onValue={(place) => onChange(control.choices[place]?.change ?? {})}
        />
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
    case "text": {
      const { option, empty } = control;
      return (
        <CommittedText
          value={figure[option] ?? ""}
          placeholder={empty}
          onValue={(text) => onChange({ [option]: text || null })}
        />
      );
    }
  }
}

/** What the board file would take. */
const accepts = (option: keyof FigureOptions, value: unknown) =>
  figureOptionsSchema.shape[option].safeParse(value).success;
