import type { Plot } from "../plot";

/** Milestones on the axis, in its unit. */
export const shownMilestones = ({ options, time }: Plot): number[] =>
  options.milestones.filter((milestone) => milestone / time.factor <= time.to && milestone / time.factor > time.from);

/** Vertical guide lines: milestones, and medians where they are drawn. */
export function guides(plot: Plot): number[] {
  const { options, drawn, time, x } = plot;
  const medians = options.medianLines
    ? drawn.curves.flatMap(({ median }) => (median?.kind === "reached" ? [x(median.time)] : []))
    : [];
  return [...shownMilestones(plot).map((milestone) => x(milestone / time.factor)), ...medians];
}
