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
    keys: [
      ["← →, Page up and down, Space", "the slide before, the next one"],
      ["S", "statistics"],
      ["P", "a patient’s place"],
      ["L", "pointer that reads the curves"],
      ["O", "overview"],
      ["C", "clock"],
      ["B, full stop", "black"],
    ],
  },
];
