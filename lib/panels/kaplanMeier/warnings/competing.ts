import { counted } from "../../../format";
import type { Trigger } from "./warning";

/** Endpoints at which death without the event competes, by their usual names. */
const competed = /\b(time to|ttp|cause specific|disease specific|css|dss|relapse|recurrence|progression)\b/i;
const composite = /\bfree\b|\bpfs\b|\bdfs\b|\brfs\b|\befs\b/i;

/** Other events count as censored: known to, or likely by the endpoint's name. */
export const competing: Trigger = ({ result: { endpoint, groups } }) => {
  const others = groups.reduce((sum, { curve }) => sum + curve.competing, 0);
  const name = endpoint.label.replace(/[_-]+/g, " ");
  if (others > 0)
    return {
      id: "competing-as-censored",
      message: `${counted(others, "competing event counts", "competing events count")} as censored: the curve is cause-specific.`,
      hint: "Do not read 1 − survival as a risk; the cumulative incidence is a panel of its own.",
      caption: "Competing events count as censored (cause-specific); one minus the curve is no risk.",
    };
  if (!competed.test(name) || composite.test(name)) return null;
  return {
    id: "competing-as-censored",
    message: `“${endpoint.label}” has no competing event: patients who died without it may be coded as censored.`,
    hint: "Say in Data which value is death without the event, or leave it where death counts as the event.",
    caption: "Deaths without the event may count as censored.",
  };
};
