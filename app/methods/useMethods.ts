import { useEffect, useState } from "react";
import { useAttempt } from "../failure/attempt";
import { part } from "../parts/part";
import type { Method, MethodGroup } from "./methods";

const loadMethods = part(() => import("./methods"));

export interface Methods {
  groups: readonly MethodGroup[];
  /** The publications of a method, whole. */
  sourceOf: (method: Method) => string;
}

/** What is told of the methods, a part that the page does without until it is asked for; null until it is there. */
export function useMethods() {
  const [methods, setMethods] = useState<Methods | null>(null);
  const { failed, attempt, forget } = useAttempt();
  useEffect(() => {
    attempt("The methods cannot be shown", async () => {
      const { methodGroups, sourceOf } = await loadMethods();
      setMethods({ groups: methodGroups, sourceOf });
    });
  }, [attempt]);
  return { methods, failed, forget };
}
