import type { FigureOptions } from "../../board/figureOptions";
import { chosenTime, formatLevel, formatPercent, numberInWords } from "../../format";
import type { Drawn } from "./drawn";
import { fewBelow } from "./fewBelow";
import { hasCensored } from "./layout/ticked";
import { countedBefore } from "./table/tablePlan";
import { hiddenCurves, visible } from "./visible";

/**
 * What stands under a figure: the user's own words or what is drawn and how, and in both cases what to read with care,
 * but for what was left out. No words at all stay none.
 */
export function underFigure(drawn: Drawn, options: FigureOptions, ticked = options.censorTicks): string {
  const { caption } = options;
  if (caption === null) return captionOf(drawn, options, ticked);
  if (caption === "") return "";
  return [caption, ...cautionsOf(drawn, options).filter((text) => !caption.includes(text))].join(" ");
}

const cautionsOf = ({ words }: Drawn, { withoutCautions }: FigureOptions): string[] =>
  words.cautions.filter(({ id }) => !withoutCautions.some((each) => each === id)).map(({ text }) => text);

/** What is drawn and how, as it stands under a figure in print. `ticked`: whether censored patients have their ticks, where the figure is laid out. */
export function captionOf(drawn: Drawn, options: FigureOptions, ticked = options.censorTicks): string {
  const { estimate, sentences } = drawn.words;
  return [
    estimate,
    ...drawingInWords(drawn, options, ticked),
    ...sentences,
    ...viewInWords(drawn, options),
    ...cautionsOf(drawn, options),
  ].join(" ");
}

function drawingInWords(drawn: Drawn, options: FigureOptions, ticked: boolean): string[] {
  const { confidence } = drawn;
  const { curves } = visible(drawn, options);
  const parts: string[] = [];
  if (options.band)
    parts.push(
      `Bands: pointwise ${formatLevel(confidence.level)} confidence intervals (${confidence.type.replace("-", "\u2011")}).`,
    );
  if (ticked && hasCensored(drawn, options)) parts.push("Ticks: censored patients.");
  if (options.table.some((count) => count !== "atRisk"))
    parts.push(
      `${countedBefore}${curves.some(({ counts }) => counts.entered) ? " Those who enter later make up the rest." : ""}`,
    );
  const few = fewBelow(drawn, options);
  if (options.band && curves.some(({ points }) => points.nRisk.some((count) => count < few)))
    parts.push(`Bands are paler where fewer than ${numberInWords(few)} are at risk.`);
  return parts;
}

/** What the figure leaves out of sight, though every number counts it. */
function viewInWords(drawn: Drawn, options: FigureOptions): string[] {
  const { zoom, end, yRange } = options;
  const unit = options.unit ?? drawn.unit;
  const parts: string[] = [];
  if (zoom !== null)
    parts.push(
      `The time axis shows ${chosenTime(zoom[0])} to ${chosenTime(zoom[1])} ${unit}; all follow-up enters the estimates.`,
    );
  else if (end !== null)
    parts.push(`The time axis is cut at ${chosenTime(end)} ${unit}; all follow-up enters the estimates.`);
  if (yRange !== null) {
    const said = (value: number) => (drawn.scale.quantity === "share" ? formatPercent(value) : numberInWords(value));
    const [from, to] = yRange;
    parts.push(`The vertical axis shows ${said(from)} to ${said(to)}${from > 0 ? " and does not begin at 0" : ""}.`);
  }
  const hidden = hiddenCurves(drawn, options);
  if (hidden.length > 0)
    parts.push(`Not drawn, but counted in every number: ${hidden.map(({ label }) => label).join(", ")}.`);
  return parts;
}
