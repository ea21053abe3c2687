/** What computes the numbers of a data set again elsewhere: a part of its own, asked for when a data set is written. */
export { programsOf } from "./programs/programs";
export { rScript } from "./rScript/rScript";
