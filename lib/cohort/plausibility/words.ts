import { headerWords } from "../headerWords";

const has =
  (...patterns: string[]) =>
  (name: string): boolean =>
    new RegExp(` (${patterns.join("|")}) `).test(headerWords(name));

export const saysStart = has(
  "start",
  "start\\w* .*",
  ".* start",
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
