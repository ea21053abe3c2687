/** The keys of a presentation, as the help names them. */
export const keysOfPresent: [keys: string, does: string][] = [
  ["← →", "slides"],
  ["Page up and down", "slides, as remotes do"],
  ["Space", "the next one"],
  ["Home, End", "first, last"],
  ["O", "overview"],
  ["S", "statistics"],
  ["P", "patient"],
  ["L", "laser"],
  ["C", "clock"],
  ["V", "speaker view"],
  ["F", "whole screen"],
  ["B or .", "black"],
  ["Esc", "back"],
];

/** Those a room may see below a slide: one line of them. */
export const keysOnSlides = keysOfPresent.filter(([, does]) =>
  ["slides", "overview", "patient", "back"].includes(does),
);

/** The keys that do something, where they do it. */
export const keysBy: { where: string; keys: [keys: string, does: string][] }[] = [
  {
    where: "Everywhere",
    keys: [
      ["Ctrl Z, Ctrl Shift Z", "undo, redo"],
      ["Esc", "closes what is open, lets go of what is pinned"],
      ["?", "this help"],
    ],
  },
  {
    where: "Curves",
    keys: [
      ["← →", "the step before, the next one"],
      ["Home, End", "the beginning, the last step"],
      ["Enter", "pins the reading"],
    ],
  },
  {
    where: "Time axis",
    keys: [
      ["+ −", "nearer, further"],
      ["← →", "along the time"],
      ["0", "the whole again"],
    ],
  },
  {
    where: "Present",
    keys: keysOfPresent,
  },
];
