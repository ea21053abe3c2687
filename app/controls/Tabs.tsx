import { type ReactNode, useRef } from "react";
import { placeAfter } from "./placeAfter";
import styles from "./Tabs.module.css";

interface Tab<Id> {
  id: Id;
  label: string;
}

const across: Partial<Record<string, string>> = { ArrowRight: "ArrowDown", ArrowLeft: "ArrowUp" };

/** One of a few views of the same; arrows, Home and End go through them. */
export function Tabs<Id extends string>({
  tabs,
  value,
  label,
  onValue,
}: {
  tabs: readonly Tab<Id>[];
  value: Id;
  label: string;
  onValue: (id: Id) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  return (
    <div ref={list} role="tablist" aria-label={label} className={styles.tabs}>
      {tabs.map((tab, place) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          aria-selected={tab.id === value}
          aria-controls={tab.id === value ? `tabpanel-${tab.id}` : undefined}
          tabIndex={tab.id === value ? 0 : -1}
          onClick={() => onValue(tab.id)}
          onKeyDown={(event) => {
            const next = placeAfter(across[event.key] ?? event.key, place, tabs.length);
            const chosen = next === null ? undefined : tabs[next];
            if (!chosen) return;
            event.preventDefault();
            onValue(chosen.id);
            list.current?.querySelector<HTMLElement>(`#tab-${chosen.id}`)?.focus();
          }}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

/** What the chosen tab shows. */
export const TabPanel = ({ of, className, children }: { of: string; className?: string; children: ReactNode }) => (
  <div role="tabpanel" id={`tabpanel-${of}`} aria-labelledby={`tab-${of}`} className={className}>
    {children}
  </div>
);
