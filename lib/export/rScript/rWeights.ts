/**
 * The weight of a test of `lib/survival/tests` in R, from n at risk, s the survival just before and m the modified survival through the
 * time; null for the plain log-rank test.
 */
export function rWeights(test: string): string | null {
  const [, rho, gamma] = test.match(/^flemingHarrington\(([\d.]+), ([\d.]+)\)$/) ?? [];
  if (rho !== undefined) return `s^${rho} * (1 - s)^${gamma}`;
  switch (test) {
    case "logRank":
      return null;
    case "gehanBreslow":
      return "n";
    case "taroneWare":
      return "sqrt(n)";
    case "petoPeto":
      return "s";
    case "petoPetoModifiedKM":
      return "m";
    case "modifiedPeto":
      return "m * n / (n + 1)";
    default:
      throw new Error(`no R weight for the test “${test}”`);
  }
}
