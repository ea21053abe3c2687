import type { ExportFormat } from "../../lib/export/exportFormat";
import { type Paper, paperOfWidth, paperSizes } from "../../lib/export/paper";
import styles from "./ExportDialog.module.css";

const resolutions = [150, 300, 600];

/** How wide the figure is, how large its texts, how fine its pixels. */
export function PaperChoices({
  asks,
  paper,
  onPaper,
}: {
  asks: ExportFormat["asks"];
  paper: Paper;
  onPaper: (paper: Paper) => void;
}) {
  const preset = paperSizes.find((size) => size.paper.widthMm === paper.widthMm)?.id ?? "free";
  return (
    <>
      {asks.includes("width") && (
        <>
          <label className={styles.line}>
            <span>Width</span>
            <select
              value={preset}
              onChange={({ target }) => {
                const size = paperSizes.find(({ id }) => id === target.value);
                onPaper(size ? { ...size.paper, dpi: paper.dpi } : paperOfWidth(120, paper.dpi));
              }}
            >
              {paperSizes.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
              <option value="free">Other width</option>
            </select>
          </label>
          {preset === "free" && (
            <Amount
              label="Width, mm"
              value={paper.widthMm}
              min={40}
              max={500}
              onValue={(widthMm) => onPaper(paperOfWidth(widthMm, paper.dpi))}
            />
          )}
          <Amount
            label="Height, mm"
            value={paper.heightMm}
            min={30}
            max={500}
            onValue={(heightMm) => onPaper({ ...paper, heightMm })}
          />
          <Amount
            label="Text, pt"
            value={paper.textPt}
            min={4}
            max={40}
            onValue={(textPt) => onPaper({ ...paper, textPt })}
          />
        </>
      )}
      {asks.includes("dpi") && (
        <label className={styles.line}>
          <span>Resolution</span>
          <select value={paper.dpi} onChange={({ target }) => onPaper({ ...paper, dpi: Number(target.value) })}>
            {resolutions.map((dpi) => (
              <option key={dpi} value={dpi}>
                {dpi} dpi
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

/** A number that counts when the field is left or Enter is pressed, within its limits. */
export function Amount({
  label,
  value,
  min,
  max,
  onValue,
}: {
  label: string;
  value: number;
  min: number;
  max: number;
  onValue: (value: number) => void;
}) {
  const commit = (text: string) => {
    const number = Number(text.replace(",", "."));
    if (text.trim() !== "" && Number.isFinite(number)) onValue(Math.max(min, Math.min(max, number)));
  };
  return (
    <label className={styles.line}>
      <span>{label}</span>
      <input
        key={value}
        type="text"
        inputMode="decimal"
        defaultValue={value}
        onBlur={({ target }) => commit(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          commit(event.currentTarget.value);
        }}
      />
    </label>
  );
}
