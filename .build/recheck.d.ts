/** The part of recheck that runs without Java or a program of its own, in one file that has no types. */
declare module "recheck/lib/browser.js" {
  const recheck: typeof import("recheck");
  export default recheck;
}
