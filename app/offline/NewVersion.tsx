"use client";

import { useEffect, useState } from "react";
import { problem } from "../../lib/result";
import { attempt } from "../failure/attempt";
import { inTime } from "../failure/inTime";
import { reload } from "../failure/reload";
import { ProblemNote } from "../problems/ProblemNote";
import { followVersions, takeNewVersion } from "./versions";

/** The quiet line that offers a newer version of the page; until it is taken, what is open stays with this one. */
export function NewVersion() {
  const [newer, setNewer] = useState(false);
  useEffect(() => followVersions(() => setNewer(true)), []);
  if (!newer) return null;
  return (
    <ProblemNote tone="note" problem={line} onClose={() => setNewer(false)}>
      <button type="button" onClick={() => attempt("The newer version was not opened", open)}>
        Reload, keeping the settings
      </button>
    </ProblemNote>
  );
}

const line = problem(
  "newer-version",
  "A newer version of this page is ready.",
  "Until you reload, what is open stays with this one.",
);

async function open(): Promise<void> {
  await inTime(3000, takeNewVersion()).catch(() => {});
  await reload();
}
