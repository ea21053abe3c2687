/** Parts of the reference, in all cases or in one, that are compared with nothing, and why. */
const notCompared: readonly { id?: string; path: RegExp; because: string }[] = [
  {
    id: "aml_weighted/km/counts",
    path: /flemingHarrington/,
    because:
      "R shares the weight of tied rows among them; a count weight is so many rows, whose curves are those of aml/km/group",
  },
  { path: /(^|\.)_/, because: "a remark" },
  { path: /(name|curveIsSubset)$/, because: "names of groups, and whether a curve is whole" },
  { path: /^(newtonEps|defaultEpsMaxAbsCoefDiff|crr\.gtol|gtol)$/, because: "about R's own iterations" },
  { path: /^ties$/, because: "what was asked" },
  { path: /checkedAgainst$|scoresMaxAbsDiffVsHandFormula$|pLau92HandFormula$/, because: "R checked against R" },
  { path: /^(groups\[\d+\]|strata\..*|gray\.strata)$/, because: "names and sizes of groups and strata" },
  { path: /pairs\[\d+\]\.[ab]$/, because: "names of the two groups" },
  { path: /stdErrGrayCuminc/, because: "cmprsk's other estimator of the same variance; ours is Aalen's, as survfit" },
  {
    path: /^(finegrayCoxph_|maxAbsDiffCrr)/,
    because: "the other convention for events and censorings at one time; ours is crr's",
  },
  { path: /^rms\.(sdAcross|cCorrected8|Dxy)/, because: "the spread of R's random draws" },
  { path: /stratum$/, because: "names of strata" },
];

/** For tests: whether a part of a case, by its path, is compared with nothing. */
export const isNotCompared = (id: string, leaf: string): boolean =>
  notCompared.some((part) => (part.id === undefined || part.id === id) && part.path.test(leaf));
