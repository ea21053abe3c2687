"use client";

import { useState } from "react";
import { exportFormats } from "../../lib/export";
import type { ExportedPanel, ExportFormat, ExportRequest, Written } from "../../lib/export/exportFormat";
import { type Paper, paperOfWidth } from "../../lib/export/paper";
import { openPrivacy, type Privacy } from "../../lib/export/privacy";
import { nth } from "../../lib/numeric/nth";
import type { Answer } from "../../lib/worker/clientState";
import { copyItem } from "../browser/clipboard";
import { saveFile } from "../browser/saveFile";
import { labeled } from "../controls/choices";
import { Dialog } from "../controls/Dialog";
import { Labeled } from "../controls/Labeled";
import { Select } from "../controls/Select";
import { useAttempt } from "../failure/attempt";
import { Boundary } from "../failure/Boundary";
import { FailureNote } from "../failure/FailureNote";
import { Later } from "../parts/Later";
import { part } from "../parts/part";
import styles from "./ExportDialog.module.css";
import { exportRequest } from "./exportRequest";
import { FigurePreview } from "./FigurePreview";
import { identifyingIn, mayIdentify } from "./identifyingIn";
import { PaperChoices } from "./PaperChoices";
import { PrivacyChoices } from "./PrivacyChoices";
import { WritingChoices } from "./WritingChoices";

const loadFilePreview = part(() => import("./FilePreview"));
const loadTogether = part(() => import("./TogetherChoices"));
const loadTogetherPreview = part(() => import("./TogetherPreview"));

type Outcome = { state: "idle" | "writing" } | { state: "done"; said: string; notes: string[] };

/**
 * What will be written, at its true size, and every choice about it; what is chosen here is forgotten with the dialog.
 */
export function ExportDialog({
  answer,
  shown,
  first,
  onClose,
}: {
  answer: Answer;
  shown: ExportedPanel;
  first: ExportFormat;
  onClose: () => void;
}) {
  const [format, setFormat] = useState(first);
  const [paper, setPaper] = useState<Paper>(paperOfWidth(183));
  const [privacy, setPrivacy] = useState<Privacy>(openPrivacy);
  const [outcome, setOutcome] = useState<Outcome>({ state: "idle" });
  const { failed, attempt, forget } = useAttempt();
  const start = async () => {
    setOutcome({ state: "writing" });
    const work = exportRequest(answer, shown, format, { paper, privacy }).then((request) =>
      request ? written(format, request) : nothingLeft,
    );
    try {
      setOutcome({ state: "done", ...(await handOver(format, work)) });
    } catch (error) {
      setOutcome({ state: "idle" });
      throw error;
    }
  };
  const together = format.section === "Figure" && !format.toClipboard;
  const chosen = (together && paper.together?.panels) || [shown.panel.id];
  const panels =
    format.section === "Whole board"
      ? answer.board.panels
      : answer.board.panels.filter(({ id }) => chosen.includes(id));
  const identifying = identifyingIn(answer, panels);
  const asked = identifying.join("\n");
  const [allowed, setAllowed] = useState("");
  const previewed = { answer, shown, paper, privacy, format };
  const write = () => attempt(`“${format.label}” was not ${format.toClipboard ? "copied" : "saved"}`, start);
  return (
    <Dialog
      label="Export"
      title={`Export ${format.section === "Whole board" ? "the board" : `“${shown.title}”`}`}
      className={styles.dialog}
      onClose={onClose}
    >
      <form
        className={styles.choices}
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
      >
        <Labeled look="paper" label="Format">
          <Select
            value={format.id}
            choices={labeled(exportFormats)}
            onValue={(chosen) => {
              setFormat(exportFormats.find(({ id }) => id === chosen) ?? first);
              setOutcome({ state: "idle" });
              forget();
            }}
          />
        </Labeled>
        <p className="quiet">{format.about}.</p>
        {/* An offer: where it cannot be fetched, nothing takes the place of what is said of the file. */}
        {together && (
          <Later
            load={loadTogether}
            show={({ TogetherChoices }) => (
              <TogetherChoices answer={answer} shown={shown} paper={paper} onPaper={setPaper} />
            )}
          />
        )}
        <PaperChoices asks={format.asks} paper={paper} onPaper={setPaper} />
        {!format.forMachines && <WritingChoices writing={answer.board.writing} />}
        <PrivacyChoices answer={answer} shown={shown} format={format} privacy={privacy} onPrivacy={setPrivacy} />
        {asked !== "" && (
          <label className={styles.ask}>
            <input
              type="checkbox"
              checked={allowed === asked}
              onChange={({ target }) => setAllowed(target.checked ? asked : "")}
            />
            <span>
              <strong>{mayIdentify(identifying)}.</strong> The file shows their values: write it all the same.
            </span>
          </label>
        )}
        <footer className={styles.foot}>
          {outcome.state === "done" && (
            <div role="status">
              <p>{outcome.said}</p>
              {outcome.notes.map((note) => (
                <p key={note} className={styles.note}>
                  {note}
                </p>
              ))}
            </div>
          )}
          {failed && <FailureNote failed={failed} />}
          <button type="submit" data-look="primary" disabled={outcome.state === "writing" || allowed !== asked}>
            {outcome.state === "writing" ? "Writing…" : format.toClipboard ? "Copy" : "Save"}
          </button>
        </footer>
      </form>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys */}
      <section className={styles.preview} aria-label="Preview" tabIndex={0}>
        <Boundary what="The preview cannot be shown" of={[answer, paper, privacy, format]}>
          {together && paper.together ? (
            <Later
              what="The preview cannot be shown"
              load={loadTogetherPreview}
              show={({ TogetherPreview }) => <TogetherPreview {...previewed} />}
            />
          ) : format.preview ? (
            <Later
              what="The preview cannot be shown"
              load={loadFilePreview}
              show={({ FilePreview }) => <FilePreview {...previewed} />}
            />
          ) : (
            <FigurePreview {...previewed} />
          )}
        </Boundary>
      </section>
    </Dialog>
  );
}

/** What was written, and first which panels were not. */
async function written(format: ExportFormat, request: ExportRequest): Promise<Written> {
  const { files, notes } = await format.write(request);
  return { files, notes: [...request.without, ...notes] };
}

const nothingLeft = { files: [], notes: ["No group is large enough: choose a smaller limit, or export as it is."] };

type Work = ReturnType<ExportFormat["write"]>;

/** Saves or copies what is being written, and says so. Copying begins at once, with the click. */
async function handOver({ toClipboard }: ExportFormat, work: Work): Promise<{ said: string; notes: string[] }> {
  if (toClipboard) {
    await copyItem({ "image/png": work.then(({ files }) => nth(files, 0).content) });
    return { said: "Copied.", notes: (await work).notes };
  }
  const { files, notes } = await work;
  for (const { name, content } of files) saveFile(content, name);
  if (files.length === 0) return { said: "Nothing was written.", notes };
  return { said: `Saved ${files.map(({ name }) => `“${name}”`).join(" and ")}.`, notes };
}
