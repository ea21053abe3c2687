import type { InputHTMLAttributes } from "react";
import { numberIn } from "./numbersIn";
import { useCommitted } from "./useCommitted";

/** A field for a value that counts when the field is left or Enter is pressed: one undo step. Escape puts it back. */
export function Committed<V>({
  value,
  write,
  read,
  onValue,
  label,
  ...rest
}: {
  value: V;
  write: (value: V) => string;
  /** Undefined for a text that is no such value. */
  read: (text: string) => V | undefined;
  onValue: (value: V) => void;
  /** What it is, where no label stands beside it. */
  label?: string;
} & Pick<InputHTMLAttributes<HTMLInputElement>, "type" | "inputMode" | "placeholder" | "className">) {
  const text = write(value);
  const field = useCommitted(text, (written) => {
    const typed = read(written);
    if (typed === undefined) return false;
    if (write(typed) !== text) onValue(typed);
    return true;
  });
  return <input type="text" aria-label={label} {...rest} {...field} />;
}

/** What is not taken over is put back. */
export const CommittedText = ({
  value,
  ...rest
}: {
  value: string;
  placeholder?: string;
  label?: string;
  onValue: (text: string) => void;
}) => <Committed value={value} write={(text) => text} read={(text) => text.trim()} {...rest} />;

/** A number, or none where that is allowed. */
export function CommittedNumber({
  value,
  optional = false,
  accepts = () => true,
  ...rest
}: {
  value: number | null;
  label?: string;
  optional?: boolean;
  /** Which numbers are usable. */
  accepts?: (value: number) => boolean;
  onValue: (value: number | null) => void;
}) {
  const read = (text: string) => {
    const number = numberIn(text);
    if (number === null) return optional ? null : undefined;
    return number !== undefined && accepts(number) ? number : undefined;
  };
  return (
    <Committed
      inputMode="decimal"
      value={value}
      write={(number) => (number === null ? "" : String(number))}
      read={read}
      {...rest}
    />
  );
}
