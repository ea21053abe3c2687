import { Committed } from "./Committed";
import styles from "./CommittedNumbers.module.css";
import { numbersIn } from "./numbersIn";

/** Several numbers in one field, or one with its unit. */
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
  const read = (text: string) => {
    const numbers = numbersIn(suffix === "%" ? text.replaceAll("%", "") : text).map((value) =>
      Number((value / scale).toPrecision(12)),
    );
    return numbers.every(Number.isFinite) && numbers.length <= most && accepts(numbers) ? numbers : undefined;
  };
  return (
    <span className={styles.number}>
      <Committed
        inputMode="decimal"
        label={suffix ? `${label}, ${suffix}` : label}
        placeholder={placeholder}
        value={[...values]}
        write={(numbers) => numbers.map((value) => Number((value * scale).toPrecision(12))).join(joint)}
        read={read}
        onValue={onValues}
      />
      {suffix && <span className="quiet">{suffix}</span>}
    </span>
  );
}
