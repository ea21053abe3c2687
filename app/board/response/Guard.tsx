"use client";

import { newPanel } from "../../../lib/board/panelForms/registry";
import { formatTime, inSentence, withUnit } from "../../../lib/format";
import type { ResponseResult } from "../../../lib/panels/response/result";
import { addPanel } from "../../actions/panels";
import styles from "./Response.module.css";

/** Why survival is not compared by response from time zero, and the comparison that may be made. */
export function Guard({ result: { guard }, response }: { result: ResponseResult; response: string | null }) {
  if (guard === null || response === null) return null;
  const { at, unit, label, lastResponse, endpoint } = guard;
  const open = () => {
    const panel = newPanel("kaplanMeier", endpoint);
    addPanel({ ...panel, group: { column: response }, landmark: at });
  };
  return (
    <aside className={styles.guard} data-testid="response-guard">
      <p>
        <strong>Responders live longer partly because they lived long enough to respond.</strong> Compare them from a
        landmark, not from the start.
        {lastResponse > at
          ? ` The last first response was seen at ${formatTime(lastResponse, unit)} ${unit}: those after the landmark still count as responders.`
          : lastResponse <= at
            ? ` By ${withUnit(at, unit)} every first response had been seen.`
            : " Nothing here says when responses were seen: choose a landmark by which they were."}
      </p>
      <button type="button" onClick={open}>
        {short(endpoint, label)} by response from {withUnit(at, unit)}
      </button>
    </aside>
  );
}

/** "OS", or the name of the endpoint. */
const short = (id: string, label: string) => (id.length <= 4 ? id.toUpperCase() : inSentence(label));
