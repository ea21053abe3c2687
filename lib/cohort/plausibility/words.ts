import { headerWords } from "../headerWords";

const has =
  (...patterns: string[]) =>
  (name: string): boolean =>
    new RegExp(` (${patterns.join("|")}) `).test(headerWords(name));

export const saysStart = has(
  "start",
  "start\\w*(?= .)",
  "started",
  "diagnosis",
  "diagnosed",
  "diag",
  "dx",
  "enrol\\w*",
  "inclusion",
  "randomi[sz]\\w*",
  "rand",
  "registration",
  "baseline",
  "referral",
  "surgery",
  "operation",
  "treatment",
  "therapy",
);
export const saysDeath = has("death", "died", "deceased", "dod", "exitus", "dth\\w*");
export const saysEnd = has(
  "end",
  "ended",
  "last",
  "follow ?up",
  "fu",
  "contact",
  "progress\\w*",
  "pd",
  "relapse",
  "recurrence",
  "discontinu\\w*",
);
export const saysBirth = has("birth\\w*", "dob", "born", "birthday", "brthdat");
export const saysVitalStatus = has("vital", "os", "dead", "death", "died", "deceased", "alive", "overall survival");

/** What a time is of, by its name: an earlier event can never be later than death. */
export type Stem = "os" | "pfs" | "dfs" | "efs" | "ttp";
const stems: [Stem, (name: string) => boolean][] = [
  ["pfs", has("pfs", "progression free", "pfi")],
  ["dfs", has("dfs", "disease free", "dfi", "rfs", "relapse free", "recurrence free")],
  ["efs", has("efs", "event free")],
  ["ttp", has("ttp", "time to progression")],
  ["os", has("os", "overall survival", "overall")],
];
export const stemOf = (name: string): Stem | null => stems.find(([, says]) => says(name))?.[0] ?? null;

/** A day or date on which a patient was still seen, or had a progression. */
export const saysSeen = has(
  "last",
  "contact",
  "follow ?up",
  "lfu",
  "fup",
  "seen",
  "progress\\w*",
  "relapse",
  "recurrence",
);
const unit = "(days?|weeks?|months?|years?|time)";
/** How long after time zero a patient died; "death within 30 days" is no such time. */
export const isTimeOfDeath = (name: string): boolean =>
  new RegExp(` ${unit} (to|until|till) (death|dying) | (death|died) (in )?${unit} | ${unit} (of )?death `).test(
    headerWords(name),
  ) && !has("within", "age", "aged")(name);
