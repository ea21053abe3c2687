"use client";

import { useState } from "react";
import styles from "./OptionGroups.module.css";

/** Numbers typed exactly, which count when the field is left or Enter is pressed. What cannot be used stays, marked, until it is mended. */
export function CommittedNumbers({
  values,
  label,
  most,
  scale = 1,
  suffix,
  joint = ", ",
  placeholder,
  accepts,
  onValues,
}: {
  values: readonly number[];
  label: string;
  /** How many numbers the field takes. */
  most: number;
  /** A number shown is so many times the number kept. */
  scale?: number;
  suffix?: string;
  joint?: string;
  placeholder: string;
  accepts: (values: number[]) => boolean;
  onValues: (values: number[]) => void;
}) {
  const [wrong, setWrong] = useState(false);
  const text = values.map((value) => Number((value * scale).toPrecision(12))).join(joint);
  const commit = (written: string) => {
    const read = numbersIn(written).map((value) => Number((value / scale).toPrecision(12)));
    const usable = read.every(Number.isFinite) && read.length <= most && accepts(read);
    setWrong(!usable);
    if (usable && JSON.stringify(read) !== JSON.stringify(values)) onValues(read);
  };
  return (
    <span className={styles.number}>
      <input
        key={text}
        type="text"
        inputMode="decimal"
        aria-label={suffix ? `${label}, ${suffix}` : label}
        aria-invalid={wrong || undefined}
        placeholder={placeholder}
        defaultValue={text}
        onBlur={({ target }) => commit(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit(event.currentTarget.value);
          if (event.key !== "Escape") return;
          event.currentTarget.value = text;
          setWrong(false);
        }}
      />
      {suffix && <span className="quiet">{suffix}</span>}
    </span>
  );
}

/** "12, 24", "10 to 60", "10–60"; a decimal comma counts where no blank follows it. */
const numbersIn = (text: string): number[] =>
  text
    .replace(/(\d),(?=\d)/g, "$1.")
    .split(/\s*(?:,|;|to|–|\s)\s*/)
    .filter((part) => part !== "")
    .map((part) => Number(part.replace("−", "-").replace("%", "")));
