"use client";

import type { Board } from "../../lib/board/board";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import type { EndpointView } from "../../lib/panels/prepared";
import { EndpointCard } from "./EndpointCard";
import styles from "./Endpoints.module.css";
import { NewEndpoint } from "./NewEndpoint";
import { ReadingLine } from "./ReadingLine";
import { RecognizedLayout } from "./RecognizedLayout";

export function Endpoints({ board, views, summary }: { board: Board; views: EndpointView[]; summary: TableSummary }) {
  return (
    <>
      <ReadingLine />
      <RecognizedLayout board={board} summary={summary} />
      <div className={styles.list}>
        {board.endpoints.map((endpoint) => (
          <EndpointCard
            key={endpoint.id}
            endpoint={endpoint}
            view={views.find(({ id }) => id === endpoint.id)}
            summary={summary}
          />
        ))}
        <NewEndpoint summary={summary} />
      </div>
    </>
  );
}
