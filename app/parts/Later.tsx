import { type ReactNode, useEffect, useState } from "react";
import { useAttempt } from "../failure/attempt";
import { FailureNote } from "../failure/FailureNote";
import { partThere } from "./part";

/**
 * A component that the first curves do without, of a `part` of the page: it comes when the page is idle, or when it is
 * shown. Where it cannot be fetched this is said in its place, and it can be asked for again; without `what`, nothing is
 * said.
 */
export function Later<M>({
  what,
  load,
  show,
}: {
  what?: string;
  load: () => Promise<M>;
  show: (part: M) => ReactNode;
}) {
  const [, setCount] = useState(0);
  const { failed, attempt, forget } = useAttempt();
  const there = partThere(load);
  useEffect(() => {
    if (partThere(load) !== undefined) return;
    const fetched = async () => {
      await load();
      setCount((count) => count + 1);
    };
    if (what === undefined) fetched().catch(() => {});
    else attempt(what, fetched);
  }, [what, load, attempt]);
  if (there !== undefined) return show(there);
  return failed ? <FailureNote failed={failed} onClose={forget} /> : null;
}
