/** A change from here on is progression, in percent of the sum of diameters. Source: RECIST 1.1, Eisenhauer 2009. */
export const progressionFrom = 20;
/** A change down to here is a response. */
export const responseFrom = -30;
