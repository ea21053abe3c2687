"use client";

import { useEffect, useState } from "react";
import { formatCount } from "../../lib/format";
import { useAnswer } from "../analysis";
import { useWarehouse } from "./warehouse";

/** Says how many patients of the warehouse are in the cohort; while it counts, for how long it has been, and lets it be cancelled. */
export function WarehousePill({ className }: { className: string | undefined }) {
  const { called, asking } = useWarehouse();
  const { answer } = useAnswer();
  const seconds = useSecondsSince(asking?.since ?? null);
  if (asking)
    return (
      <span className={className} role="status" data-testid="counting">
        <progress aria-label="Counting in the warehouse" />
        <span>Counting in the warehouse{seconds > 0 ? ` · ${formatCount(seconds)} s` : ""} </span>
        <button type="button" data-look="plain" onClick={asking.cancel}>
          Cancel
        </button>
      </span>
    );
  const total = answer?.snapshot.patients.total;
  return (
    <span
      className={className}
      data-testid="source"
      title={called ? `Counted in ${called}: here is how many patients have each combination.` : undefined}
    >
      {total === undefined
        ? "warehouse: no answer yet"
        : `warehouse: ${formatCount(total)} patients in cohort · only counts are here`}
    </span>
  );
}

function useSecondsSince(since: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return since === null ? 0 : Math.max(0, Math.floor((now - since) / 1000));
}
