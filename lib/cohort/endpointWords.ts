import type { Endpoint } from "../board/board";
import { capitalized, inSentence } from "../format";
import { endpointRules } from "./endpointRules";

/**
 * What prose says of an endpoint: the one place that knows. Anything it does not know for certain it calls an event.
 */
export interface EndpointWords {
  /** What happens: "death from any cause", "progression", "the event". */
  event: string;
  /** Who has not had it: "alive", "free of progression", "event-free". */
  without: string;
  /** After "Median": "overall survival", "time to recurrence". */
  duration: string;
  /** What a point of the curve is the share of: "Overall survival", "Free of progression". */
  share: string;
  /** What a cumulative incidence is of: "Progression". */
  incident: string;
  /** What tells it from another endpoint in a figure of both: "OS"; its name where it has no usual letters. */
  short: string;
}

type Named = Pick<Endpoint, "label" | "counted"> & { time?: Endpoint["time"] };

/** The words of an endpoint with the names of what competes with it. */
export function endpointWords({ label, time, counted }: Named, causes: readonly string[] = []): EndpointWords {
  const known = eventOf(label.trim(), time?.from === "rule" ? time.rule : (counted?.rule ?? null), causes.length > 0);
  const shareIsNamed = /\b(survival|free)\b|überleben|survie/i.test(label);
  return {
    ...known,
    duration: isDuration(label) ? inSentence(label.trim()) : `time to ${inSentence(label.trim())}`,
    share: shareIsNamed ? label.trim() : capitalized(known.without),
    incident: capitalized(known.event === "the event" ? label.trim() : known.event),
    short: letters[label.trim().toLowerCase()] ?? label.trim(),
  };
}

const letters: Partial<Record<string, string>> = {
  "overall survival": "OS",
  "progression-free survival": "PFS",
  "disease-free survival": "DFS",
  "event-free survival": "EFS",
  "relapse-free survival": "RFS",
  "time to progression": "TTP",
  "duration of response": "DOR",
  "time to response": "TTR",
};

/** Whether the name is of a time ("Overall survival", "OS"), or of what happens at its end ("Relapse"). */
const isDuration = (label: string) =>
  /survival|\btime\b|duration|interval|überleben|zeit|survie|^[\p{Lu}\d]{2,5}$/iu.test(label);

function eventOf(
  label: string,
  rule: keyof typeof endpointRules | null,
  competes: boolean,
): Pick<EndpointWords, "event" | "without"> {
  const isOverall = rule === "OS" || (rule === null && /^(os|overall survival)$/i.test(label));
  if (isOverall && !competes) return { event: "death from any cause", without: "alive" };
  if (rule === "TTR") return { event: "first response", without: "without response" };
  const [, said = ""] = /^time to (?:first )?(.+)$/i.exec(label) ?? [];
  if (rule === "TTP" || (rule === null && said !== "")) return free(rule === "TTP" ? "progression" : inSentence(said));
  const { progression = null } = rule === null ? {} : endpointRules[rule];
  return progression === null || competes
    ? { event: "the event", without: "event-free" }
    : { event: `${progression.toLowerCase()} or death`, without: "event-free" };
}

const free = (event: string) =>
  /^death$/i.test(event) ? { event, without: "alive" } : { event, without: `free of ${event}` };
