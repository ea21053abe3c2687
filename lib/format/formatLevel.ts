import { numberInWords } from "./plainNumber";

/** A confidence level as it stands before CI: "95%", "99.9%". */
export const formatLevel = (level: number): string => `${numberInWords(Math.round(level * 1000) / 10)}%`;

/** "95% CI". */
export const ciInWords = (level: number): string => `${formatLevel(level)} CI`;
