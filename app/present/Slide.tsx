import { useState } from "react";
import { cutoffInWords, disclaimer, selectionInWords, sentences } from "../../lib/export/facts";
import { shownKinds } from "../../lib/panels/shownKinds";
import type { Answer } from "../../lib/worker/clientState";
import { factsOf } from "../export/facts";
import { Boundary } from "../failure/Boundary";
import { keysOnSlides } from "../help/keys";
import { setView } from "../store";
import { Clock } from "./Clock";
import styles from "./Present.module.css";
import { type Placement, placementOn } from "./placement";
import { SlideFigure } from "./SlideFigure";
import { SlideStatistics } from "./SlideStatistics";

/** One panel for a room: its title, its figure, its numbers, and what to know of them. */
export function Slide({
  answer,
  at,
  statistics,
  laser,
  begun,
  answers,
}: {
  answer: Answer;
  at: number;
  statistics: boolean;
  laser: boolean;
  /** When the presentation began, where the clock is shown. */
  begun: number | null;
  answers: ReadonlyMap<string, string>;
}) {
  const [time, setTime] = useState<number | null>(null);
  const shown = answer.snapshot.panels[at];
  const facts = factsOf(answer);
  const ready = shown?.state === "ready" ? shown : null;
  const placement = ready ? placementOn(ready, answers, answer) : null;
  const subtitle = ready ? (ready.panel.figure.subtitle ?? shownKinds[ready.panel.kind].subtitle(ready.result)) : "";
  return (
    <article className={styles.slide}>
      <header className={styles.head}>
        <h1>{shown?.heading}</h1>
        <p>{[subtitle, facts.example ? "synthetic example cohort" : ""].filter(Boolean).join(" · ")}</p>
        {begun !== null && <Clock begun={begun} />}
      </header>
      {placement && <Banner placement={placement} />}
      <div className={styles.body} data-statistics={statistics}>
        {ready ? (
          <Boundary key={ready.id} what="The figure cannot be shown" of={[answer]}>
            <SlideFigure shown={ready} placement={placement} laser={laser} onTime={setTime} />
          </Boundary>
        ) : (
          <p className={styles.blocked}>{shown?.state === "blocked" ? shown.problem.message : ""}</p>
        )}
        {ready && statistics && <SlideStatistics shown={ready} placement={placement} time={time} />}
      </div>
      <footer className={styles.foot}>
        <p>{sentences(selectionInWords(facts), ready ? cutoffInWords([ready.result]) : "", disclaimer)}</p>
        <nav aria-label="Slides">
          {answer.snapshot.panels.map(({ id }, index) => (
            <button
              key={id}
              type="button"
              aria-label={`Slide ${index + 1}`}
              aria-current={index === at ? "true" : undefined}
              onClick={() => setView({ slide: index })}
            />
          ))}
        </nav>
        <p className={styles.keys}>
          {at + 1} of {answer.snapshot.panels.length}
          <span className={styles.typed}>
            {keysOnSlides.map(([pressed, does]) => (
              <span key={pressed}>
                <b>{pressed}</b> {does}
              </span>
            ))}
            <span>more: move the pointer, or ? on the board</span>
          </span>
          <span className={styles.touched}> · touch for the buttons, swipe for the next slide</span>
        </p>
      </footer>
    </article>
  );
}

function Banner({ placement }: { placement: Placement }) {
  if (placement.state === "not")
    return (
      <p className={styles.banner} data-tone="warn" role="status">
        {placement.why}
      </p>
    );
  return (
    <p className={styles.banner} role="status">
      <strong>{placement.headline}</strong> · {placement.estimate} ·{" "}
      <em>the group’s estimate, not a personal prediction</em>
    </p>
  );
}
