import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { create } from "zustand";
import { type Failure, failureOf } from "./failure";

/** A failure, and how to try the same again. */
export interface Failed extends Failure {
  again: () => void;
}

type Action = () => unknown;

/** The failure said above the place. */
export const useFailed = create<{ failed: Failed | null }>()(() => ({ failed: null }));

const sayAbove = (failed: Failed | null) => useFailed.setState({ failed });

/**
 * Runs an action of the user or of the page: whatever it throws or rejects with becomes a sentence above the place,
 * `what` being its beginning ("The settings were not saved"). Every promise that nobody waits for goes through here or
 * `useAttempt`.
 */
export const attempt = (what: string, action: Action): void => run(what, action, sayAbove);

/** The same where the sentence is to stand: in a dialog, beside a button; above the place once that is gone. */
export function useAttempt(): { failed: Failed | null; attempt: typeof attempt; forget: () => void } {
  const [failed, setFailed] = useState<Failed | null>(null);
  const there = useRef(false);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  const say = useCallback((said: Failed | null) => (there.current ? setFailed(said) : said && sayAbove(said)), []);
  const here = useCallback((what: string, action: Action) => run(what, action, say), [say]);
  const forget = useCallback(() => setFailed(null), []);
  return useMemo(() => ({ failed, attempt: here, forget }), [failed, here, forget]);
}

function run(what: string, action: Action, say: (failed: Failed | null) => void): void {
  say(null);
  const again = () => run(what, action, say);
  // The action begins at once: a browser lets a click copy or open only then.
  new Promise((resolve) => resolve(action())).catch((error) => {
    const failure = failureOf(what, error);
    if (!failure) return;
    console.error(error);
    say({ ...failure, again });
  });
}

/** The last net: what nobody caught is said, too. */
export function followFaults(): () => void {
  const say = (error: unknown) => {
    const failure = failureOf("Something did not work", error);
    if (failure)
      sayAbove({ ...failure, remedies: failure.remedies.filter((remedy) => remedy !== "again"), again() {} });
  };
  const onRejection = ({ reason }: PromiseRejectionEvent) => say(reason);
  // Without an error of its own it is none of the page's: a script of an extension, or a notice of the browser's
  // layout.
  const onError = ({ error }: ErrorEvent) => error instanceof Error && say(error);
  addEventListener("unhandledrejection", onRejection);
  addEventListener("error", onError);
  return () => {
    removeEventListener("unhandledrejection", onRejection);
    removeEventListener("error", onError);
  };
}
