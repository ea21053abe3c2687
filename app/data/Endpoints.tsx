"use client";

import type { Board } from "../../lib/board/board";
import { suggestEndpoints } from "../../lib/cohort/propose";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import type { EndpointView } from "../../lib/panels/prepared";
import { addEndpoint } from "../actions/mapping";
import { EndpointCard } from "./EndpointCard";
import styles from "./Endpoints.module.css";
import { NewEndpoint } from "./NewEndpoint";

export function Endpoints({ board, views, summary }: { board: Board; views: EndpointView[]; summary: TableSummary }) {
  const used = new Set(
    board.endpoints.map(({ event, time }) => `${event.column} ${time.from === "column" ? time.column : ""}`),
  );
  const suggestions = suggestEndpoints(summary).filter(
    ({ endpoint }) =>
      !used.has(`${endpoint.event.column} ${endpoint.time.from === "column" ? endpoint.time.column : ""}`),
  );
  return (
    <div className={styles.list}>
      {board.endpoints.map((endpoint) => (
        <EndpointCard
          key={endpoint.id}
          endpoint={endpoint}
          view={views.find(({ id }) => id === endpoint.id)}
          summary={summary}
        />
      ))}
      {suggestions.map(({ endpoint, coding }) => (
        <div key={endpoint.id + endpoint.event.column} className={styles.suggestion}>
          <p>
            The column names suggest <strong>{endpoint.label}</strong>: time “
            {endpoint.time.from === "column" ? endpoint.time.column : ""}” in {endpoint.time.unit}, event “
            {endpoint.event.column}” with {coding}.
          </p>
          <button type="button" onClick={() => addEndpoint(endpoint)}>
            Use this
          </button>
        </div>
      ))}
      <NewEndpoint summary={summary} />
    </div>
  );
}
