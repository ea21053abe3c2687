import type { PanelResult } from "../../lib/panels/result";
import { shownKinds } from "../../lib/panels/shownKinds";
import type { Answer } from "../../lib/worker/clientState";
import { SvgTree } from "../board/SvgTree";
import { Boundary } from "../failure/Boundary";
import { useStore } from "../store";
import styles from "./Present.module.css";

/** All slides at once; a click or Enter goes to one. */
export function Overview({ answer, at, onSlide }: { answer: Answer; at: number; onSlide: (index: number) => void }) {
  return (
    <ul className={styles.overview} aria-label="Overview">
      {answer.snapshot.panels.map((shown, index) => (
        <li key={shown.id}>
          <button
            type="button"
            aria-current={index === at ? "true" : undefined}
            ref={index === at ? focus : undefined}
            onClick={() => onSlide(index)}
          >
            <span>
              {index + 1} {shown.heading}
            </span>
            {shown.state === "ready" && (
              <Boundary
                what="The panel cannot be drawn"
                of={[shown.result]}
                instead={<span>This panel cannot be drawn.</span>}
              >
                <Small result={shown.result} />
              </Boundary>
            )}
            {shown.state === "blocked" && <span>{shown.problem.message}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** One function, so that it runs when the overview appears and not at every answer. */
const focus = (button: HTMLElement | null) => button?.focus();

function Small({ result }: { result: PanelResult }) {
  const theme = useStore((state) => state.view.theme);
  return <SvgTree node={shownKinds[result.kind].thumbnail(result, { width: 400, height: 210 }, theme)} />;
}
