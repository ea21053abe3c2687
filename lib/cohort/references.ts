import type { Levels } from "./levels";

/** Words that name those whom others are compared with, alone ("0", "none", "WT") … */
const alone =
  /^(0|no|none|n|false|neg|negative|nil|never|absent|normal|untreated|unexposed|unmutated|wt|wild ?type|wild|control|controls|ctrl|ctl|placebo|plc|pbo|sham|standard|std|soc|bsc|usual care|observation|observed|obs|surveillance|watchful waiting|watch (and|&) wait|nein|kein|keine|ohne|kontrolle|kontrollarm|kontrollgruppe|wildtyp|unbehandelt|beobachtung|negativ|non|aucun|aucune|sans|temoin|ninguno|ninguna|nessuno|nessuna|controllo|nee|geen|zonder|nenhum|controle|brak|nie|yok|hayir|nej|ingen|kontroll|нет|без|контроль|плацебо|无|否|对照|安慰剂|なし|無|対照|プラセボ|없음|대조군|위약)$/;
/** … or before what is not there ("no such therapy") … */
const leading =
  /^(no|not|without|never|non|kein|keine|ohne|nicht|sans|pas de|sin|senza|geen|zonder|sem|bez|utan|без)\s+(?!\.?\d)/;
/** … or within a longer name ("placebo + chemotherapy", "standard of care", "surgery alone"). */
const within =
  /\b(placebo|control|sham|standard|wild ?type|usual care|best supportive care|observation|untreated|kontrolle|kontrollgruppe|standardtherapie|plac[ée]bo)\b|\b(alone|only|allein|seul|seule)$/;
/** Not a value that others are compared with: nothing is known. */
const unknown =
  /^(no|not|non) (data|answer|information|result|known|done|available|applicable|assessed|evaluated|evaluable|evaluables?|determined|reported|recorded|specified|stated|tested|profiled|measured|performed|renseign)/;

/**
 * The places of the levels in the order in which they are taken for the one that others are compared with, where nobody
 * has chosen: of levels in an order, or that are all numbers, the lowest first; else those that read as a control, a
 * standard or an absence, then the largest of the whole cohort. It follows from the cohort alone and not from filters, so
 * that no ratio turns round while one is dragged.
 *
 * @param size How many patients each row stands for.
 */
export function referencesFirst(
  { codes, levels, ordered }: Pick<Levels, "levels" | "ordered"> & { codes: Int32Array },
  size: ArrayLike<number>,
): number[] {
  const places = levels.map((_, place) => place);
  const inOrder = ordered || levels.every(({ value }) => value !== "" && Number.isFinite(Number(value)));
  if (inOrder) return places;
  const counts = places.map(() => 0);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? -1;
    if (code >= 0) counts[code] = (counts[code] ?? 0) + (size[row] ?? 0);
  }
  const names = levels.map(({ value, label }) => [plain(value), plain(label)]);
  const ranks = names.map((own) => Math.min(...own.map((name) => rankOf(name, names.flat()))));
  const at = (list: number[], place: number) => list[place] ?? 0;
  return places.sort((a, b) => at(ranks, a) - at(ranks, b) || at(counts, b) - at(counts, a) || a - b);
}

/**
 * Which of the groups shown the others are compared with: the one chosen, where it is among them, else the first of
 * `references`; 0 where there is none.
 *
 * @param shown The places of the groups shown, among all levels.
 */
export function referenceAmong(
  shown: readonly { level: string; place: number }[],
  references: readonly number[],
  chosen: string | null,
): number {
  const asked = shown.findIndex(({ level }) => level === chosen);
  if (asked >= 0) return asked;
  const first = references.find((place) => shown.some((group) => group.place === place));
  return Math.max(
    0,
    shown.findIndex(({ place }) => place === first),
  );
}

const plain = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();

function rankOf(name: string, names: string[]): number {
  if (unknown.test(name)) return 3;
  if (alone.test(name)) return 0;
  // "non smoker", "unresected", where there are smokers and resected ones.
  if (
    names.some((other) => other !== "" && [`non ${other}`, `non${other}`, `un${other}`, `not ${other}`].includes(name))
  )
    return 0;
  if (leading.test(name) && !name.startsWith("non ")) return 1;
  return within.test(name) ? 2 : 3;
}
