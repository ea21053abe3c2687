import type { Endpoint, EndpointRule, RuleTime } from "../../board/board";
import { endpointRules } from "../endpointRules";
import { anyOf, inOrder } from "../inOrder";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { armColumn, quotedNames, saysDeath, saysEvent, saysInverse, stemOf, wordsOf } from "./columnWords";
import { assumedCodings, codingFor, endpointFrom } from "./endpointParts";
import type { Layout } from "./layout";

/**
 * What a column of dates is, by its name; the first that fits. Anything else, birth above all, is no date of the
 * course.
 */
const roles = {
  birth:
    /birth|dob|geburt|naissance|nacimiento|nascita|nascimento|geboorte|urodzen|\bdogum|fodels|рожден|出生|生年月日|생년월일/,
  cutoff: /cut ?off|data ?cut|datacut|censoring date|stichtag|date de point|fecha de corte|peildatum/,
  deathOrLast: anyOf(
    inOrder(/death|died|dead/, / (or|last)/),
    inOrder(/last/, /(or|and) /, /death|died/),
    /\bend\b|end ?dat|\bexit\b|date (os|event)|(os|event) date/,
  ),
  lastAssessment: anyOf(
    inOrder(/last/, /assess|imaging|scan|staging|restaging|tumou?r|\bct\b|\bmri\b/),
    inOrder(/assess/, /last/),
    inOrder(/letzte/, /bildgebung|staging/),
  ),
  lastContact:
    /last|letzt|\b(lfu|fup|fu|lkad|lkadt|lstalv|lstalvdt)\b|follow ?up|known alive|derniere|nouvelles|ultim|laatste|ostatni|senaste|\bsista\b|\bson (kontrol|takip|gorulme)|последн|最后|末次|最終|최종/,
  progression: /progress|\bpd\b|\bpfs\b|progredienz|progresi|прогресс|进展|増悪|진행/,
  recurrence: /recur|relaps|rezidiv|rechute|recidi|recaida|wznow|nawrot|\bnuks|aterfall|рецидив|复发|再発|재발/,
  death:
    /death|died|deceased|exitus|verstorb|gestorb|\bdod\b|\bdth|dead|\btod|todes|sterbe|deces|muerte|defuncion|fallecimiento|\bmorte\b|\bobito|overlijden|overleden|\bzgon|\bolum|\bvefat|avliden|dodsfall|смерт|死亡|사망/,
  response: /\bresp|\b(cr|pr)\b|remission|ansprechen/,
  surgery: /surg|operat|resect|\bop\b|transplant|cirugia|chirurg|operaz|cirurgia|ameliyat|операци|手术|手術|수술/,
  start:
    /start|begin|\bon study\b|onstudy|(?<!data )\bentry\b|admission|admitted|aufnahme|eintritt|enrol|inclusion|random|\brand\b|diagnos|\bdiag\b|\bdx\b|baseline|referral|registr|consent|first|therapy|treatment|\btrtsdt\b|therapie|beginn|einschluss|erstdiagnose|debut|inicio|inizio|ingreso|ricovero|opname|rozpozn|przyjeci|\btani\b|baslang|диагноз|начал|включени|поступлени|诊断|确诊|入组|入院|診断|登録|治療開始|진단|등록|치료시작/,
};
type Role = keyof typeof roles;

/** What time zero is in words, by the name of the start. */
const origins: [RegExp, string][] = [
  [/random|\brand\b/, "randomization"],
  [/diagnos|\bdiag\b|\bdx\b|rozpozn|\btani\b|диагноз|诊断|确诊|診断|진단/, "diagnosis"],
  [/enrol|inclusion|registr|einschluss/, "enrollment"],
  [/\bon study\b|onstudy|\bentry\b|eintritt/, "study entry"],
  [/admission|admitted|aufnahme/, "admission"],
  [/referral/, "referral"],
  [/surg|operat|resect/, "surgery"],
  [/respon|remission/, "first response"],
  [/therap|treat|start|first|\btrt/, "start of therapy"],
];

/** Of several starts the one nearest to therapy: randomization, then therapy, enrollment, referral, diagnosis. */
const startOrder = [
  /random|\brand\b/,
  /therap|treat|trt|dose/,
  /start|begin/,
  /enrol|inclusion|registr|\bon study\b|onstudy|\bentry\b|eintritt/,
  /referral/,
  /diagnos|\bdiag\b|\bdx\b|rozpozn|\btani\b|диагноз|诊断|确诊|診断|진단/,
  /admission|admitted|aufnahme/,
];

/** Dates, and columns that will be dates once a question about them is answered. */
export function dateColumns({ columns, questions }: TableSummary): ColumnSummary[] {
  const asked = new Set(
    questions.flatMap(({ choices }) =>
      choices.flatMap(({ options }) =>
        (options.columns ?? []).filter(({ kind }) => kind === "date").map(({ name }) => name),
      ),
    ),
  );
  return columns.filter(({ name, kind }) => kind === "date" || asked.has(name));
}

function datesByRole(summary: TableSummary): Map<Role, ColumnSummary[]> {
  const found = new Map<Role, ColumnSummary[]>();
  for (const column of dateColumns(summary)) {
    const words = wordsOf(column.name).join(" ");
    const role = (Object.keys(roles) as Role[]).find((each) => roles[each].test(words));
    if (role) found.set(role, [...(found.get(role) ?? []), column]);
  }
  const starts = found.get("start");
  if (starts) {
    const rank = ({ name }: ColumnSummary) =>
      startOrder.findIndex((pattern) => pattern.test(wordsOf(name).join(" "))) + 1 || startOrder.length + 1;
    found.set(
      "start",
      [...starts].sort((a, b) => rank(a) - rank(b)),
    );
  }
  return found;
}

/** The column that says who died: few values, one at least with a plain meaning. */
export function statusColumn({ columns }: TableSummary): ColumnSummary | null {
  const few = columns.filter(hasFewValues);
  const named = [saysDeath, saysEvent, saysLeaving].flatMap((says) => few.filter(({ name }) => says(name)));
  return named.find((column) => codingFor(column, true).length > 0) ?? null;
}

const hasFewValues = ({ kind, distinct }: ColumnSummary) =>
  kind !== "date" && distinct !== null && distinct >= 1 && distinct <= 12;

/** A column that by its name, and nothing else in it, says what happened: "status" of A and D, "alive". What its values mean is asked. */
const askedStatus = ({ columns }: TableSummary): ColumnSummary | null =>
  columns.filter(hasFewValues).find(({ name }) => {
    const isAlone = wordsOf(name).length === 1;
    return (saysEvent(name) && stemOf(name) === "") || (saysInverse(name) && isAlone);
  }) ?? null;

/** "exit_reason" and "state at exit". */
const saysLeaving = (name: string) => /\bexit\b|\breason (for|of) (end|leaving)\b/.test(wordsOf(name).join(" "));

interface Sheet {
  name(role: Role): string | null;
  status: ColumnSummary | null;
}

function sheetOf(summary: TableSummary): Sheet {
  const dates = datesByRole(summary);
  const status = statusColumn(summary) ?? (dates.has("death") ? null : askedStatus(summary));
  return { name: (role) => dates.get(role)?.[0]?.name ?? null, status };
}

const eventOf = (status: ColumnSummary | null) => status && { column: status.name, coding: codingFor(status, true) };

const originOf = (name: string) => origins.find(([pattern]) => pattern.test(wordsOf(name).join(" ")))?.[1] ?? "";

/**
 * The rule of an endpoint with the dates that the names of the columns suggest; a start that none suggests is empty.
 */
export function ruleTime(summary: TableSummary, rule: EndpointRule): RuleTime {
  const { name } = sheetOf(summary);
  const cutoff = name("cutoff");
  const starts = { DFS: name("surgery"), DOR: name("response"), OS: null, PFS: null, TTP: null, TTR: null };
  const recurrence =
    rule === "TTR"
      ? name("response")
      : rule === "DFS"
        ? (name("recurrence") ?? name("progression"))
        : (name("progression") ?? name("recurrence"));
  const counts = endpointRules[rule].death !== null;
  return {
    from: "rule",
    rule,
    start: starts[rule] ?? name("start") ?? name("surgery") ?? "",
    progression: endpointRules[rule].progression === null ? null : recurrence,
    death: counts ? name("death") : null,
    lastContact: counts ? (name("lastContact") ?? name("deathOrLast")) : null,
    lastAssessment: endpointRules[rule].assessed ? name("lastAssessment") : null,
    cutoff: cutoff === null ? null : { column: cutoff },
    unit: "months",
  };
}

function ruled(summary: TableSummary, rule: EndpointRule): Endpoint {
  const time = ruleTime(summary, rule);
  const event = eventOf(sheetOf(summary).status);
  return endpointFrom({
    id: rule.toLowerCase(),
    label: endpointRules[rule].label,
    time,
    event,
    origin: originOf(time.start),
  });
}

/** Every endpoint that the dates allow: the last known day, and death by date or by status, must be there. */
function endpointsOf(summary: TableSummary): Endpoint[] {
  const { name, status } = sheetOf(summary);
  const last = name("lastContact") ?? name("deathOrLast") ?? name("cutoff");
  const deaths = name("death") ?? (status && last);
  if (deaths === null || (last === null && name("lastAssessment") === null)) return [];
  const start = name("start") ?? name("surgery");
  const made: Endpoint[] = [];
  if (start && last !== null) made.push(overall(summary, start, last));
  const surgery = name("surgery");
  // Recurrence after surgery is disease-free survival, and nothing else besides.
  const progression = name("progression") ?? (surgery ? null : name("recurrence"));
  if (start && progression) made.push(ruled(summary, "PFS"));
  if (surgery && name("recurrence")) made.push(ruled(summary, "DFS"));
  const response = name("response");
  if (response && progression) made.push(ruled(summary, "DOR"));
  return made;
}

/** With nothing but a start, an end and a status, plainly the time between the two. */
function overall(summary: TableSummary, start: string, end: string): Endpoint {
  const { name, status } = sheetOf(summary);
  const event = eventOf(status);
  if (name("death") !== null || name("cutoff") !== null || event === null) return ruled(summary, "OS");
  return endpointFrom({
    id: "os",
    label: "Overall survival",
    time: { from: "dates", start, end, unit: "months" },
    event,
    origin: originOf(start),
  });
}

/** A spreadsheet that holds the days on which things happened. */
export const dateSheet: Layout = {
  id: "date-sheet",
  label: "Spreadsheet of dates",
  recognize: (summary) => {
    const endpoints = endpointsOf(summary);
    if (endpoints.length === 0) return null;
    const dates = datesByRole(summary);
    const used = [...dates].filter(([role]) => role !== "birth").flatMap(([, [first]]) => first?.name ?? []);
    const { status } = sheetOf(summary);
    return `dates ${quotedNames(used)}${status ? `, status “${status.name}”` : ""}`;
  },
  propose: (summary) => {
    const endpoints = endpointsOf(summary);
    return { endpoints, group: armColumn(summary), notes: assumedCodings(endpoints, summary.columns) };
  },
};
