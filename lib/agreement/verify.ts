import type { Agreement } from "./agreement";

/** Something that R has computed too, to be compared with it number by number. */
export interface ReferenceCheck {
  id: string;
  /** The call in R. */
  call: string;
  compare: () => Iterable<Agreement>;
}

/** What became of one case of the reference. */
export interface CaseAgreement {
  id: string;
  call: string;
  /** Numbers compared. */
  numbers: number;
  passes: boolean;
  /** One entry per quantity: its worst comparison in the case. */
  quantities: Agreement[];
  /** Set where a check could not be carried through. */
  error: string | null;
}

/** Compares everything of a case with what R gave. The unit tests and the page's Methods both run this. */
export function verify({ id, call, compare }: ReferenceCheck): CaseAgreement {
  const worst = new Map<string, Agreement>();
  let error: string | null = null;
  try {
    for (const agreement of compare()) keepWorst(worst, agreement);
  } catch (cause) {
    error = String(cause);
  }
  const quantities = [...worst.values()];
  const numbers = quantities.reduce((sum, quantity) => sum + quantity.numbers, 0);
  return { id, call, numbers, passes: error === null && quantities.every(({ passes }) => passes), quantities, error };
}

/** What does not agree, in words. */
export const complaints = ({ error, quantities }: CaseAgreement): string[] => [
  ...(error ? [error] : []),
  ...quantities.filter(({ passes }) => !passes).map((q) => `${q.quantity}: ${q.where} (${q.worst} > ${q.tolerance})`),
];

function keepWorst(worst: Map<string, Agreement>, next: Agreement): void {
  const known = worst.get(next.quantity);
  if (!known) {
    worst.set(next.quantity, next);
    return;
  }
  const numbers = known.numbers + next.numbers;
  const shown = (known.passes && !next.passes) || next.worst > known.worst ? next : known;
  worst.set(next.quantity, { ...shown, numbers, passes: known.passes && next.passes });
}
