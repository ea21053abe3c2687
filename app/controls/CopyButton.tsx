"use client";

import { useState } from "react";
import { copyText } from "../browser/clipboard";
import { attempt } from "../failure/attempt";

/** Copies a text and says so for a moment. */
export function CopyButton({ text, label }: { text: string | (() => string); label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    attempt("The text was not copied", async () => {
      await copyText(typeof text === "string" ? text : text());
      setCopied(true);
      setTimeout(() => setCopied(false), 1500);
    });
  return (
    <button type="button" onClick={copy} aria-live="polite">
      {copied ? "Copied" : label}
    </button>
  );
}
