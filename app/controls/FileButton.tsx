import { useEffect, useRef } from "react";

/** A button that asks for a file, or several at once, by `pick` where the browser has that way. */
export function FileButton({
  label,
  title,
  testId,
  look,
  pick,
  several = false,
  onFiles,
}: {
  label: string;
  title?: string;
  testId?: string;
  look?: "primary";
  /** Null when the user picks none; rejects where the browser has no such way. */
  pick?: () => Promise<File[] | null>;
  several?: boolean;
  /** At least one. */
  onFiles: (files: File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const take = () => {
    const files = [...(input.current?.files ?? [])];
    if (!input.current || files.length === 0) return;
    input.current.value = "";
    onFiles(files);
  };
  // A file chosen before the page's script was there to hear of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once
  useEffect(() => take(), []);
  const ask = () => {
    const byInput = () => input.current?.click();
    if (pick) pick().then((files) => files && files.length > 0 && onFiles(files), byInput);
    else byInput();
  };
  return (
    <>
      <button type="button" title={title} data-look={look} onClick={ask}>
        {label}
      </button>
      <input ref={input} type="file" multiple={several} hidden data-testid={testId} onChange={take} />
    </>
  );
}
