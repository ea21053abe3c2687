"use client";

import { useState } from "react";

/** Copies a text and says so for a moment. */
export function CopyButton({ text, label }: { text: string | (() => string); label: string }) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === "string" ? text : text());
      setState("copied");
    } catch {
      setState("refused");
    }
    setTimeout(() => setState("idle"), 1500);
  };
  return (
    <button type="button" onClick={() => void copy()} aria-live="polite">
      {state === "idle" ? label : state === "copied" ? "Copied" : "The browser refused"}
    </button>
  );
}
