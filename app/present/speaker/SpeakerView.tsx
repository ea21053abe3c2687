import { type RefObject, useEffect, useMemo } from "react";
import { createPortal } from "react-dom";
import type { PanelView } from "../../../lib/analysis/analyze";
import { exportedPanels } from "../../../lib/export/exportFormat";
import { toSay } from "../../../lib/export/words";
import { formatCount } from "../../../lib/format";
import type { ShownPanel } from "../../../lib/panels/result";
import { shownKinds } from "../../../lib/panels/shownKinds";
import type { Answer } from "../../../lib/worker/clientState";
import { SvgTree } from "../../board/SvgTree";
import { Boundary } from "../../failure/Boundary";
import { useStore } from "../../store";
import { Clock } from "../Clock";
import { type Keys, usePresenterKeys } from "../presenterKeys";
import styles from "./SpeakerView.module.css";

/**
 * What whoever presents sees in a window of their own: this slide and the next, what there is to say, and the time. Its keys and buttons
 * turn the slides of the room; it goes with the presentation, and with the page.
 */
export function SpeakerView({
  view,
  answer,
  at,
  begun,
  keys,
  onClose,
}: {
  view: Window;
  answer: Answer;
  at: number;
  begun: number;
  keys: RefObject<Keys | null>;
  onClose: () => void;
}) {
  usePresenterKeys(keys, view);
  useEffect(() => {
    const close = () => view.close();
    view.addEventListener("pagehide", onClose);
    addEventListener("pagehide", close);
    return () => {
      view.removeEventListener("pagehide", onClose);
      removeEventListener("pagehide", close);
    };
  }, [view, onClose]);
  useEffect(() => () => view.close(), [view]);
  const { panels } = answer.snapshot;
  const [shown, next] = [panels[at], panels[at + 1]];
  return createPortal(
    <main className={styles.speaker} aria-label="Speaker view">
      <header>
        <Clock begun={begun} />
        <p>
          {formatCount(at + 1)} of {formatCount(panels.length)}
        </p>
        <button type="button" disabled={at === 0} onClick={() => keys.current?.go(-1)}>
          Slide before
        </button>
        <button type="button" data-look="primary" disabled={!next} onClick={() => keys.current?.go(1)}>
          Next slide
        </button>
      </header>
      <section aria-label="This slide">{shown && <Small shown={shown} />}</section>
      <section aria-label="Next">
        <p className="quiet">{next ? "Next" : "This is the last slide."}</p>
        {next && <Small shown={next} />}
      </section>
      <section aria-label="Notes">{shown && <Notes shown={shown} />}</section>
    </main>,
    view.document.body,
  );
}

function Small({ shown }: { shown: PanelView }) {
  return (
    <>
      <h2>{shown.heading}</h2>
      {shown.state === "ready" && (
        <Boundary what="The figure cannot be shown" of={[shown.result]}>
          <SmallFigure shown={shown} />
        </Boundary>
      )}
      {shown.state === "blocked" && <p>{shown.problem.message}</p>}
    </>
  );
}

/** What a slide is laid out on here; a taller figure shows its first page. */
const sheet = { width: 900, height: 500, text: 15 };

function SmallFigure({ shown: { panel, result } }: { shown: ShownPanel }) {
  const theme = useStore((state) => state.view.theme);
  const tree = useMemo(
    () =>
      shownKinds[panel.kind].figure(result, panel.figure, {
        ...sheet,
        theme,
        page: { tallest: sheet.height, number: 0 },
      }).tree,
    [panel, result, theme],
  );
  return <SvgTree node={tree} />;
}

function Notes({ shown }: { shown: PanelView }) {
  const said = exportedPanels([shown]).flatMap(toSay);
  return said.map((paragraph, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
    <p key={place}>{paragraph}</p>
  ));
}
