import type { TimeUnit } from "../../board/board";
import { folded } from "../headerWords";
import { type Language, languages } from "../languages";
import type { ColumnSummary, TableSummary } from "../tableSummary";

/** A header as lower-case words without accents: "OS_Months" and "OS.months" are both os, months. */
export const wordsOf = (name: string): string[] =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=(?<![\p{Ll}\p{N}])\p{Lu}{2})(?=\p{Lu}\p{Ll})/gu, " ")
    .split(/[^\p{L}\p{N}]+/u)
    .map(folded)
    .flatMap((word) => glued.exec(word)?.slice(1) ?? [word])
    .filter(Boolean);

/** Two words that are often written as one: "ostime", "vitalstatus". */
const glued =
  /^(os|pfs|dfs|efs|rfs|ttp|dss|css|survival|surv|vital|death|event|followup)(time|months?|days?|weeks?|years?|status|stat|event)$/;

/** Words of English, as they stand, and of the other languages: those of headers of one kind. */
function words(english: string, kind: Exclude<keyof Language, "patient">): ReadonlySet<string> {
  const foreign = Object.values(languages).flatMap((language) => language[kind].split(" ").filter(Boolean));
  const plain = (word: string) => (word.startsWith("=") ? word.normalize("NFC") : folded(word));
  return new Set([...english.split(" "), ...foreign].map(plain));
}

const unitWords: Record<TimeUnit, ReadonlySet<string>> = {
  days: words("day days", "days"),
  weeks: words("week weeks wk wks", "weeks"),
  months: words("month months mo mos mth mths +mon +mons", "months"),
  years: words("year years yr yrs", "years"),
};
const timeWords = words("time futime ftime survival surv srv duration follow followup fu up in", "time");
const eventWords = words(
  "event events ev status stat fustat fstatus dead death died deceased censor censored cens cnsr vital outcome indicator flag",
  "event",
);
const deathWords = words("dead death died deceased vital fustat", "death");
const recurrenceWords = words("relapse relapsed recurrence recurred recur progression progressed", "recurrence");
/** Columns in which 1 or "yes" says that nothing happened, or in which either is in use. */
const inverseWords = words("censor censored cens alive living survived censoring", "inverse");
const freeWords = new Set("free frei vrij libre libero libera livre fri".split(" "));
const freeOfNothing = new Set(
  "survival surv srv interval status stat time uberleben sopravvivenza supervivencia sobrevida".split(" "),
);
const statusWords = words("status", "status");

const asWrittenIn = (name: string): string[] =>
  name
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);

/** A name is asked about by many sets in a row. */
let last = { name: "", all: [] as string[], asWritten: [] as string[] };

/** The words of a header that a set knows, see `languages`. */
function known(name: string, set: ReadonlySet<string>): string[] {
  if (last.name !== name) last = { name, all: wordsOf(name), asWritten: asWrittenIn(name) };
  const { all, asWritten } = last;
  return [
    ...all.filter((word) => set.has(word) || (all.length > 1 && set.has(`+${word}`))),
    ...asWritten.filter((word) => set.has(`=${word}`)).map(folded),
  ];
}

const has = (set: ReadonlySet<string>) => (name: string) => known(name, set).length > 0;
export const saysTime = (name: string): boolean => unitOf(name) !== null || has(timeWords)(name);
export const saysEvent = has(eventWords);
export const saysDeath = has(deathWords);
export const saysRecurrence = has(recurrenceWords);
export const saysInverse = (name: string): boolean => has(inverseWords)(name) || saysFree(name) || saysNot(name);
const notWords = new Set("not no non without nicht kein keine sans sin senza sem niet geen bez inte ikke".split(" "));
/** "not_dead" and "no event"; what stands apart, as in "dead (yes/no)", denies nothing. */
function saysNot(name: string): boolean {
  const all = wordsOf(name);
  const isEvent = (word: string) => eventWords.has(word) || deathWords.has(word) || recurrenceWords.has(word);
  return all.some((word, place) => notWords.has(word) && isEvent(all[place + 1] ?? ""));
}
/** "event free" and "progression-free", which are so where nothing happened; the name of a time or a status is none. */
const saysFree = (name: string) =>
  known(name, freeWords).length > 0 && known(name, freeOfNothing).length === 0 && unitOf(name) === null;
const causeWords = new Set(
  "disease cancer tumor tumour specific related cause other dod doc leukemia leukaemia lymphoma melanoma sarcoma cardiac cardiovascular toxicity toxic treatment tumorbedingt krankheitsbedingt krebs krebstod krebsbedingt maladie cancro malattia enfermedad doenca ziekte kanker nowotwor raka kanser".split(
    " ",
  ),
);
const anyWords = new Set(
  "any all every jeder jede allen alle toute toutes qualsiasi cualquier todas qualquer".split(" "),
);
/** "death_of_disease" tells of one cause of death, "death from any cause" of none. */
export const saysOneCause = (name: string): boolean =>
  has(causeWords)(name) && !wordsOf(name).some((word) => anyWords.has(word));
/** Whether a name says that there is an outcome, and not which. */
export const saysStatus = has(statusWords);

/** The unit a column name speaks of, null when it speaks of none. A letter as in "follow up (d)" is one of a name of times; "dead (y)" says yes. */
export function unitOf(name: string): TimeUnit | null {
  const units = Object.entries(unitWords) as [TimeUnit, ReadonlySet<string>][];
  const counted = /\p{L}(日|天|週|周|月|年)数$/u.exec(name.replace(/(?<![\s)）\]])[\s)）\]]+$/u, ""))?.[1];
  const isTime = has(timeWords)(name) || endpointNamed(name) !== null;
  const letter = isTime ? /[([]\s*([dwy])\s*[)\]]\s*$/i.exec(name)?.[1]?.toLowerCase() : undefined;
  return (
    (units.find(([, set]) => has(set)(name)) ?? units.find(([, set]) => counted && set.has(counted)))?.[0] ??
    units.find(([unit]) => unit[0] === letter)?.[0] ??
    null
  );
}

/** Short names of endpoints with what they are called and whether only death is their event. */
const endpointNames: [stem: string, phrase: RegExp, label: string, death: boolean][] = [
  [
    "os",
    /\boverall\b|\bgesamtuberleben|\bsurvie globale|\b(supervivencia|sobrevida|sopravvivenza) (globale?|total)\b|\btotale overleving|\bprzezycie calkowite|\bgenel sagkalim|\btotaloverlevnad|общая выживаемость|总生存|全生存|전체생존/,
    "Overall survival",
    true,
  ],
  [
    "pfs",
    /\bprogression free\b(?! interval)|\bprogressionsfreies|\bsurvie sans progression|\b(libre de progresion|libera da progressione|livre de progressao)|\bprogressievrije|\bwolne od progresji|\bprogresyonsuz|\bprogressionsfri|без прогрессирования|无进展生存|無増悪生存|무진행생존/,
    "Progression-free survival",
    false,
  ],
  [
    "dfs",
    /\bdisease free\b(?! interval)|\bkrankheitsfreies|\bsurvie sans maladie|\b(libre de enfermedad|libera da malattia|livre de doenca)|\bziektevrije|\bhastaliksiz|无病生存|無病生存|무병생존/,
    "Disease-free survival",
    false,
  ],
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

/** Small words of "tiempo de seguimiento" and "durée du suivi". */
const articles = new Set("de du des del della di da do la le les der die das van w".split(" "));

/** What is left of a header without the words for times and events: what pairs "os_months" with "os_event". */
export function stemOf(name: string): string {
  const phrase = wordsOf(name).join(" ");
  const said = endpointNames.find(([, pattern]) => pattern.test(phrase));
  if (said) return said[0];
  const without = new Set([timeWords, eventWords, ...Object.values(unitWords)].flatMap((set) => known(name, set)));
  return wordsOf(name)
    .filter((word) => !without.has(word) && !articles.has(word))
    .join(" ")
    .replace(/(^| )(to|bis)$/, "");
}

/** The endpoint that a stem names; null where it names none that is known. */
export function endpointNamed(stem: string): { id: string; label: string; death: boolean } | null {
  const found = endpointNames.find(([id]) => wordsOf(stem).includes(id));
  return found ? { id: found[0], label: found[2], death: found[3] } : null;
}

const armWords = words("arm trt trt01p trt01a actarm tx treatment treat trtp trta regimen rx hor", "arm");
/** What became of a treatment is no arm: it is known only later. */
const notArmWords = words(
  "response resp outcome result stopped stop end ended discontinued discontinuation reason toxicity tox adverse date day days start duration week weeks month months year years on off ongoing dose cycles completed completion failure compliance circumference volume swelling lymphedema lymphoedema pain",
  "notArm",
);

/** The column of treatment arms: few values, and a name that says so. */
export function armColumn({ columns }: TableSummary): string | null {
  const few = columns.filter(
    ({ kind, distinct, valid }) => kind !== "date" && distinct !== null && distinct >= 2 && distinct <= 12 && valid > 0,
  );
  const exact = few.find(({ name }) =>
    /^(trt01p|arm|actarm|treatment|treat|trt|tx|rx|group|randomi[sz]ed.?arm|groep|gruppe|groupe|grupo|gruppo|grupa|grup|kol|grupp|группа|组|组别|分组|群|군|그룹)$/i.test(
      name.trim(),
    ),
  );
  const isArm = (name: string) => has(armWords)(name) && !has(notArmWords)(name);
  return (exact ?? few.find(({ name }) => isArm(name)))?.name ?? null;
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
