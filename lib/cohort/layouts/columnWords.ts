import type { TimeUnit } from "../../board/board";
import type { ColumnSummary, TableSummary } from "../tableSummary";

/** A header as lower-case words without accents: "OS_Months" and "OS.months" are both os, months. */
export const wordsOf = (name: string): string[] =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([\p{Ll}\p{N}])(\p{Lu})|(\p{Lu}{2,})(?=\p{Lu}\p{Ll})/gu, (_, before, after, capitals) =>
      capitals ? `${capitals} ` : `${before} ${after}`,
    )
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => glued.exec(word)?.slice(1) ?? [word])
    .filter(Boolean);

/** Two words that are often written as one: "ostime", "vitalstatus". */
const glued =
  /^(os|pfs|dfs|efs|rfs|ttp|dss|css|survival|surv|vital|death|event|followup)(time|months?|days?|weeks?|years?|status|stat|event)$/;

const set = (text: string): ReadonlySet<string> => new Set(wordsOf(text));

const unitWords: Record<TimeUnit, ReadonlySet<string>> = {
  days: set("day days tage tag jours jour dias giorni 日 日数"),
  weeks: set("week weeks wk wks wochen semaines semanas settimane 週"),
  months: set("month months mo mos mth mths monate monat mois meses mesi 月 ヶ月"),
  years: set("year years yr yrs jahre ans annees anos anni 年"),
};
const timeWords = set(
  "time futime survival surv duration follow followup fu up in zeit dauer nachbeobachtung temps duree suivi tiempo tempo 期間 時間 生存期間",
);
const eventWords = set(
  "event events ev status stat fustat dead death died deceased censor censored cens cnsr vital outcome indicator flag ereignis tod gestorben verstorben evenement deces evento muerte decesso イベント 死亡 転帰",
);
const deathWords = set("dead death died deceased vital tod gestorben verstorben deces muerte decesso 死亡 fustat");
/** Columns in which 1 or "yes" says that nothing happened, or in which either is in use. */
const inverseWords = set("censor censored cens alive living survived censoring zensiert lebt vivant");

const has = (words: ReadonlySet<string>) => (name: string) => wordsOf(name).some((word) => words.has(word));
export const saysTime = (name: string): boolean => unitOf(name) !== null || has(timeWords)(name);
export const saysEvent = has(eventWords);
export const saysDeath = has(deathWords);
export const saysInverse = has(inverseWords);

/** The unit a column name speaks of, null when it speaks of none. */
export function unitOf(name: string): TimeUnit | null {
  const words = wordsOf(name);
  const units = Object.entries(unitWords) as [TimeUnit, ReadonlySet<string>][];
  return units.find(([, names]) => words.some((word) => names.has(word)))?.[0] ?? null;
}

/** Short names of endpoints with what they are called and whether only death is their event. */
const known: [stem: string, phrase: RegExp, label: string, death: boolean][] = [
  ["os", /\boverall\b/, "Overall survival", true],
  ["pfs", /\bprogression free\b(?! interval)/, "Progression-free survival", false],
  ["dfs", /\bdisease free\b(?! interval)/, "Disease-free survival", false],
  ["efs", /\bevent free\b/, "Event-free survival", false],
  ["rfs", /\b(relapse|recurrence) free\b/, "Relapse-free survival", false],
  ["mfs", /\bmetastasis free\b/, "Metastasis-free survival", false],
  ["lrfs", /\blocal (relapse|recurrence) free\b/, "Local relapse-free survival", false],
  ["dss", /\b(disease|months of disease) specific\b/, "Disease-specific survival", false],
  ["css", /\b(cause|cancer) specific\b/, "Cause-specific survival", false],
  ["pfi", /\bprogression free interval\b/, "Progression-free interval", false],
  ["dfi", /\bdisease free interval\b/, "Disease-free interval", false],
  ["ttp", /\btime to progression\b/, "Time to progression", false],
  ["dor", /\bduration of response\b/, "Duration of response", false],
];

/** What is left of a header without the words for times and events: what pairs "os_months" with "os_event". */
export function stemOf(name: string): string {
  const phrase = wordsOf(name).join(" ");
  const said = known.find(([, pattern]) => pattern.test(phrase));
  if (said) return said[0];
  const units = Object.values(unitWords);
  return wordsOf(name)
    .filter((word) => !timeWords.has(word) && !eventWords.has(word) && !units.some((words) => words.has(word)))
    .join(" ");
}

/** The endpoint that a stem names; null where it names none that is known. */
export function endpointNamed(stem: string): { id: string; label: string; death: boolean } | null {
  const found = known.find(([id]) => wordsOf(stem).includes(id));
  return found ? { id: found[0], label: found[2], death: found[3] } : null;
}

const armWords = set(
  "arm trt trt01p trt01a actarm tx treatment treat trtp trta regimen rx hor behandlung therapie therapy gruppe bras traitement brazo tratamiento braccio 群 治療群",
);
/** What became of a treatment is no arm: it is known only later. */
const notArmWords = set(
  "response resp outcome result stopped stop end ended discontinued discontinuation reason toxicity tox adverse date day days start duration dose cycles completed completion failure compliance ansprechen abbruch ende grund datum dauer reponse fin raison respuesta risposta",
);

/** The column of treatment arms: few values, and a name that says so. */
export function armColumn({ columns }: TableSummary): string | null {
  const few = columns.filter(
    ({ kind, distinct, valid }) => kind !== "date" && distinct !== null && distinct >= 2 && distinct <= 12 && valid > 0,
  );
  const exact = few.find(({ name }) =>
    /^(trt01p|arm|actarm|treatment|treat|trt|tx|rx|group|randomi[sz]ed.?arm)$/i.test(name.trim()),
  );
  const isArm = (words: string[]) =>
    words.some((word) => armWords.has(word)) && !words.some((word) => notArmWords.has(word));
  return (exact ?? few.find(({ name }) => isArm(wordsOf(name))))?.name ?? null;
}

/** The first column with one of these names, whatever its case. */
export function named({ columns }: TableSummary, ...names: string[]): ColumnSummary | undefined {
  const wanted = names.map((name) => name.toLowerCase());
  for (const name of wanted) {
    const found = columns.find((column) => column.name.trim().toLowerCase() === name);
    if (found) return found;
  }
  return undefined;
}

/** “a”, “b” and “c”. */
export const quotedNames = (names: readonly string[]): string => {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}` : (quoted[0] ?? "");
};
