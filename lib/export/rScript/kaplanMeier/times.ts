import type { KaplanMeierResult } from "../../../panels/kaplanMeier/result";
import { check, same } from "../checked";
import { rNumber, rNumbers } from "../rText";
import { intervalInR } from "./curves";
import { type Part, weightsInR } from "./part";

/** At each milestone the groups against the reference; where survival of one is 0 or 1 its limits are not R's. */
export function differencesInR({ result, called, checks }: Part): string[] {
  const { atTimes, reference } = result;
  const inside = ({ survival }: { survival: number }) => survival > 0 && survival < 1;
  return atTimes.flatMap(({ time, groups, differences }, at) => {
    if (differences.every((each) => each === null)) return [];
    const name = `at_${at + 1}`;
    const base = groups[reference];
    const known = (column: string, answer: string, value: (of: NonNullable<(typeof differences)[number]>) => number) =>
      check(
        `difference at ${rNumber(time)}, ${column}`,
        differences.map((each, place) => {
          const own = groups[place];
          const asIs = column === "value" || (own && base && inside(own) && inside(base));
          return each && asIs ? value(each) : null;
        }),
        (values) => `where_known(${name}$${answer}, ${values})`,
        called(/^difference at [^ ]+ v /, column),
      );
    checks.push(
      known("value", "difference", ({ estimate }) => estimate),
      known("lower", "lower", ({ lower }) => lower),
      known("upper", "upper", ({ upper }) => upper),
      known("p", "p", ({ p }) => p),
    );
    return [`${name} <- compared_at(km, ${rNumber(time)}, ${reference + 1})`];
  });
}

/** Survival of those alive and followed past a time, on the same clock: curves of them alone. */
export function givenAliveInR(part: Part): string[] {
  const { result, surv, late, sampled, called, checks } = part;
  const { givenAlive, groups, confidence } = result;
  if (!givenAlive) return [];
  const { given, nRisk, times } = givenAlive;
  const at = rNumber(given);
  const known = (says: string, column: string, answer: string, value: (of: Found) => number) =>
    check(
      says,
      groups.flatMap((_, place) => times.map((each) => (each.groups[place] ? value(each.groups[place]) : null))),
      (values) => `where_known(${answer}, ${values})`,
      called(/^survival at [^ ]+ given /, column),
    );
  type Found = NonNullable<(typeof times)[number]["groups"][number]>;
  // R has no limits where nobody has had the event since.
  const inside = (limit: "lower" | "upper") => (of: Found) =>
    of.survival > 0 && of.survival < 1 ? of[limit] : Number.NaN;
  const followed = times.length > 0 && nRisk.every((n) => n > 0);
  checks.push(
    same(
      "alive and followed then",
      `as.vector(table(later$group${late ? `[later$entry <= ${at}]` : ""}))`,
      nRisk,
      called(/^at risk given /),
    ),
    ...(!followed
      ? []
      : [
          known("survival given alive", "value", "conditional$surv", ({ survival }) => survival),
          known("its lower limit", "lower", "conditional$lower", inside("lower")),
          known("its upper limit", "upper", "conditional$upper", inside("upper")),
        ]),
  );
  return [
    `later <- dat[dat$time > ${at}, ]`,
    ...(!followed
      ? []
      : [
          `later_km <- survfit(${surv} ~ ${groups.length > 1 ? "group" : "1"}, data = later, ${intervalInR(confidence)}${weightsInR({ sampled, late }).replace("nrow(dat)", "nrow(later)")})`,
          `conditional <- summary(later_km, times = ${rNumbers(times.map(({ time }) => time))}, extend = TRUE)`,
        ]),
  ];
}

/** Restricted means, and each against the reference. */
export function restrictedMeansInR(part: Part): string[] {
  const { result, late, sampled, called, checks } = part;
  const { restrictedMeans, reference, confidence } = result;
  if (!restrictedMeans) return [];
  const { tau, groups, contrasts } = restrictedMeans;
  const quantity = /^restricted mean up to [^ ]+$/;
  const means = same(
    "restricted means",
    "rmst$mean",
    groups.map(({ estimate }) => estimate),
    called(quantity),
  );
  // R has no influence on the mean of a group of sampling weights in which nobody had the event.
  if (sampled && groups.some(({ events }) => events === 0)) {
    checks.push(means);
    return [`rmst <- restricted_mean(km, ${rNumber(tau)})`];
  }
  // Where nobody had the event the limits are exact ones.
  const estimated = groups.map(({ events, stdErr }) => events > 0 && stdErr > 0);
  const limit = (column: "lower" | "upper", answer: string, known: (place: number) => boolean) =>
    check(
      `their ${column} limits`,
      groups.map((each, place) => (known(place) ? each[column] : null)),
      (values) => `where_known(${answer}, ${values})`,
      called(quantity, column),
    );
  checks.push(
    means,
    same(
      "their standard errors",
      "rmst$se",
      groups.map(({ stdErr }) => stdErr),
    ),
    limit("lower", "rmst$lower", (place) => estimated[place] === true),
    limit("upper", "rmst$upper", (place) => estimated[place] === true),
  );
  const free = !sampled && !late && groups.some(({ events }) => events === 0);
  if (free)
    checks.push(
      limit("lower", "event_free", (place) => groups[place]?.events === 0),
      limit("upper", `rep(${rNumber(tau)}, ${groups.length})`, (place) => groups[place]?.events === 0),
    );
  const ends = [...new Set([tau, ...contrasts.flatMap((each) => (each ? [each.tau] : []))])];
  return [
    ...ends.flatMap((end, at) => {
      const name = at === 0 ? "rmst" : `rmst_${at + 1}`;
      if (contrasts.some((each) => each?.tau === end)) pushContrasts(part, contrasts, end, name);
      return meansInR(name, rNumber(end), { sampled, level: confidence.level, reference });
    }),
    ...(free
      ? [
          `followed_to_end <- sapply(levels(dat$group), function(g) sum(dat$group == g & dat$time >= ${rNumber(tau)}))`,
          `event_free <- ${rNumber(tau)} * ${rNumber((1 - confidence.level) / 2)}^(1 / followed_to_end)`,
        ]
      : []),
  ];
}

/** The restricted means of all groups up to a time, with each against the reference. */
const meansInR = (name: string, end: string, of: { sampled: boolean; level: number; reference: number }): string[] => [
  `${name} <- restricted_mean(km, ${end})`,
  ...(of.sampled
    ? [
        `moved <- residuals(km, times = ${end}, type = "RMST", weighted = TRUE)`,
        `${name}$se <- sqrt(tapply(moved^2, dat$group, sum))`,
      ]
    : []),
  `${name} <- compared_means(${name}, ${end}, ${of.level}, ${of.reference + 1})`,
];

/** The contrasts that go up to one time; each pair of groups has its own. */
function pushContrasts(
  { called, checks }: Part,
  contrasts: NonNullable<KaplanMeierResult["restrictedMeans"]>["contrasts"],
  end: number,
  name: string,
): void {
  type Shown = NonNullable<(typeof contrasts)[number]>;
  const between = (what: "difference" | "ratio", column: string, answer: string, value: (of: Shown) => number) =>
    check(
      `${what} of restricted means up to ${rNumber(end)}, ${column}`,
      // Limits of one without an event rest on exact ones.
      contrasts.map((each) =>
        each && each.tau === end && (each.events > 0 || column === "value") ? value(each) : null,
      ),
      (values) => `where_known(${name}$${answer}, ${values})`,
      called(new RegExp(`^${what} of restricted means up to `), column),
    );
  checks.push(
    between("difference", "value", "difference", ({ difference }) => difference.estimate),
    between("difference", "lower", "difference_lower", ({ difference }) => difference.lower),
    between("difference", "upper", "difference_upper", ({ difference }) => difference.upper),
    between("difference", "p", "p", ({ difference }) => difference.p),
    between("ratio", "value", "ratio", ({ ratio }) => ratio.estimate),
    between("ratio", "lower", "ratio_lower", ({ ratio }) => ratio.lower),
    between("ratio", "upper", "ratio_upper", ({ ratio }) => ratio.upper),
  );
}
