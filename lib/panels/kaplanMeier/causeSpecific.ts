/** The endpoint's label, which says so where other events compete and count as censored. */
export const labelOf = ({ label }: { label: string }, causes: string[]): string =>
  causes.length > 0 ? `${label} (cause-specific)` : label;
