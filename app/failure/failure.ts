import { type Problem, problem } from "../../lib/result";
import { type Cause, causeOf } from "./causes";
import { policyStops } from "./policy";

/** What can be done: the same again, the page anew with its settings, the settings as a file. */
export type Remedy = "again" | "reload" | "save";

export interface Failure {
  problem: Problem;
  remedies: readonly Remedy[];
}

type Said = { why: string; hint: string; remedies: readonly Remedy[] };

const sentences: Record<Exclude<Cause, "replaced">, Said> = {
  part: {
    why: "a part of the page could not be fetched",
    hint: "The network may be gone, or the page was renewed on its server. Try again, or reload; your settings are kept.",
    remedies: ["again", "reload"],
  },
  crashed: {
    why: "the calculation stopped unexpectedly",
    hint: "Try again. If it stops again, save your settings and reload.",
    remedies: ["again", "save", "reload"],
  },
  silent: {
    why: "the calculation does not answer",
    hint: "Try again. If it stays silent, save your settings and reload.",
    remedies: ["again", "save", "reload"],
  },
  stopped: {
    why: "you stopped the calculation",
    hint: "Try again.",
    remedies: ["again"],
  },
  policy: {
    why: "the policy of the site that serves this page forbids it",
    hint: "Whoever runs the site has to allow the page its own scripts and workers.",
    remedies: ["save"],
  },
  clipboard: {
    why: "the browser did not allow copying",
    hint: "Allow it for this page, or export.",
    remedies: ["again"],
  },
  storage: {
    why: "the browser did not allow it",
    hint: "Remove what this site keeps in the settings of the browser.",
    remedies: ["again"],
  },
  fault: {
    why: "the program has a fault here",
    hint: "Try again. If it stays, save your settings and reload.",
    remedies: ["again", "save", "reload"],
  },
};

/** What the user hears when `what` ("The file was not saved") came of an error; null where there is nothing to say. */
export function failureOf(what: string, error: unknown): Failure | null {
  const cause = causeOf(error, policyStops());
  if (cause === "replaced") return null;
  const { why, hint, remedies } = sentences[cause];
  return { problem: problem(`failed-${cause}`, `${what}: ${why}.`, hint), remedies };
}
