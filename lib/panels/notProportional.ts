/**
 * The P below which the test of proportional hazards is spoken of as a caution, where so many hazard ratios are tested
 * at once and so many tests share it. Not .05: where groups are small the score test rejects too often, in up to 7 % of
 * cohorts of 40 patients in three groups and 10 % in four, drawn with proportional hazards (`npm run cautions`).
 */
export const notProportionalBelow = (ratios: number, tests = 1): number => (ratios > 2 ? 0.02 : 0.03) / tests;
