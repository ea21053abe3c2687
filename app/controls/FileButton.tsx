import { useEffect, useRef } from "react";

/** A button that asks for a file, by `pick` where the browser has that way. */
export function FileButton({
  label,
  title,
  testId,
  look,
  pick,
  onFile,
}: {
  label: string;
  title?: string;
  testId?: string;
  look?: "primary";
  /** Null when the user picks none; rejects where the browser has no such way. */
  pick?: () => Promise<File | null>;
  onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const take = () => {
    const file = input.current?.files?.[0];
    if (!input.current || !file) return;
    input.current.value = "";
    onFile(file);
  };
  // A file chosen before the page's script was there to hear of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once
  useEffect(() => take(), []);
  const ask = () => {
    const byInput = () => input.current?.click();
    if (pick) pick().then((file) => file && onFile(file), byInput);
    else byInput();
  };
  return (
    <>
      <button type="button" title={title} data-look={look} onClick={ask}>
        {label}
      </button>
      <input ref={input} type="file" hidden data-testid={testId} onChange={take} />
    </>
  );
}
