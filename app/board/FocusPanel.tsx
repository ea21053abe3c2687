"use client";

import type { PanelView } from "../../lib/analysis/analyze";
import type { Board, Panel } from "../../lib/board/board";
import { needsEndpoint } from "../../lib/board/panelForms/registry";
import { filterInWords } from "../../lib/cohort/filterWords";
import { nth } from "../../lib/numeric/nth";
import { shownKinds } from "../../lib/panels/shownKinds";
import type { Answer } from "../../lib/worker/clientState";
import { clearFilter, clearFilters, isActive } from "../actions/filters";
import { setFigure, setPanel } from "../actions/panels";
import { Labeled } from "../controls/Labeled";
import { Boundary } from "../failure/Boundary";
import { ProblemNote } from "../problems/ProblemNote";
import { setView, useStore } from "../store";
import { TestedQuestion } from "./alterations/TestedQuestion";
import styles from "./FocusPanel.module.css";
import { EditableText } from "./figure/EditableText";
import { PanelMenu } from "./PanelMenu";
import { panelParts } from "./panelParts";
import { VariableSelect } from "./VariableSelect";

/**
 * The panel in focus, large: its title, what it shows, the active filters, and the figure or the sentence why there is
 * none.
 */
export function FocusPanel({ answer, view }: { answer: Answer; view: PanelView | null }) {
  if (!view) return <NoPanel board={answer.board} />;
  const { panel } = view;
  const { Figure } = panelParts[panel.kind];
  return (
    <article className={styles.panel}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 className={styles.title}>
            <EditableText name="title" text={view.heading} onText={(title) => setFigure(panel.id, { title })} />
          </h1>
          <div className="quiet" data-testid="subtitle">
            {view.state === "ready" ? (
              <EditableText
                name="subtitle"
                text={panel.figure.subtitle ?? shownKinds[panel.kind].subtitle(view.result)}
                onText={(subtitle) => setFigure(panel.id, { subtitle })}
              />
            ) : (
              "\u00a0"
            )}
          </div>
        </div>
        <Menu id={panel.id} />
        <div className={styles.controls}>
          <PanelChoices summary={answer.summary} id={panel.id} view={view} />
          <Chips answer={answer} />
        </div>
      </header>
      <div className={styles.figure}>
        {view.state === "ready" && (
          <Boundary what="The figure cannot be shown" of={[answer]}>
            <Figure result={view.result} panel={panel} />
          </Boundary>
        )}
        {view.state === "blocked" && (
          <div className={styles.blocked}>
            <ProblemNote problem={view.problem} />
            <WayOut code={view.problem.code} panel={panel} />
          </div>
        )}
      </div>
    </article>
  );
}

/** Which endpoint, by which group. */
function PanelChoices({ summary, id: panelId, view }: { summary: Answer["summary"]; id: string; view: PanelView }) {
  const board = useStore((state) => state.board);
  const panel = board.panels.find(({ id }) => id === panelId);
  if (!panel) return null;
  const { groups: groupsOf, Choices } = panelParts[panel.kind];
  const groups = groupsOf(panel);
  return (
    <div className={styles.choices}>
      {"endpoint" in panel && needsEndpoint(panel.kind) && (
        <fieldset className={styles.segments}>
          <legend className="hidden">Endpoint</legend>
          {board.endpoints.map(({ id, label }) => (
            <label key={id} title={label} data-chosen={panel.endpoint === id}>
              <input
                type="radio"
                name="endpoint"
                className="hidden"
                checked={panel.endpoint === id}
                onChange={() => setPanel(panel.id, { endpoint: id, title: null })}
              />
              {id.length <= 6 ? id.toUpperCase() : label}
            </label>
          ))}
        </fieldset>
      )}
      {groups && (
        <Labeled
          className={styles.group}
          label={
            <>
              <span className="quiet" aria-hidden="true">
                by
              </span>
              <span className="hidden">Group</span>
            </>
          }
        >
          <VariableSelect
            board={board}
            summary={summary}
            value={groups.group}
            none={groups.none}
            onVariable={(group) => setPanel(panel.id, { group, title: null, ...(group && groups.instead) })}
          />
        </Labeled>
      )}
      {Choices && <Choices panel={panel} result={view.state === "ready" ? view.result : null} summary={summary} />}
    </div>
  );
}

function Menu({ id }: { id: string }) {
  const panels = useStore((state) => state.board.panels);
  const panel = panels.find((each) => each.id === id);
  return panel ? <PanelMenu panel={panel} panels={panels} /> : null;
}

/** One chip per active filter, each removable; they stand on the line of the choices, so that none moves the figure. */
function Chips({ answer: { board, snapshot } }: { answer: Answer }) {
  const active = board.filters.flatMap((filter, index) =>
    isActive(filter) ? [{ filter, index, view: nth(snapshot.filters, index) }] : [],
  );
  if (active.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="Active filters">
      <li className="quiet">in</li>
      {active.map(({ filter, index, view }) => (
        <li key={JSON.stringify(filter.of)}>
          <button
            type="button"
            onClick={() => clearFilter(index)}
            aria-label={`Remove the filter ${filterInWords(filter, view)}`}
          >
            {filterInWords(filter, view)} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <button type="button" data-look="plain" onClick={clearFilters}>
            Clear all
          </button>
        </li>
      )}
    </ul>
  );
}

function NoPanel({ board }: { board: Board }) {
  return (
    <article className={styles.panel}>
      <div className={styles.blocked}>
        <p>
          {board.endpoints.length === 0
            ? "No endpoint yet: say in Data which columns hold the time and the event."
            : "No panel yet."}
        </p>
        {board.endpoints.length === 0 ? (
          <WayOut code="endpoint-absent" panel={null} />
        ) : (
          <p className="quiet">Add one below.</p>
        )}
      </div>
    </article>
  );
}

const besideFigure = new Set([
  ...["changes-alone", "cut-alone", "cut-impossible", "cut-many-patients", "landmark-after-end"],
]);

/** Where the answer to the problem is given. */
function WayOut({ code, panel }: { code: string; panel: Panel | null }) {
  if (code === "competing-no-risk" && panel) {
    return (
      <button type="button" data-look="primary" onClick={() => setFigure(panel.id, { scale: "survival" })}>
        Show survival
      </button>
    );
  }
  if (code === "nobody-selected" || code === "nobody-left") {
    return (
      <button type="button" onClick={clearFilters}>
        Clear all filters
      </button>
    );
  }
  if (code.startsWith("genes-tested") || code === "genes-panels") return <TestedQuestion />;
  // The settings beside the figure hold the way out.
  if (code.startsWith("response-") || besideFigure.has(code)) return null;
  return (
    <button type="button" data-look="primary" onClick={() => setView({ place: "data" })}>
      Go to Data
    </button>
  );
}
