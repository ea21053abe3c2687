import type { ExportFormat } from "../../lib/export/exportFormat";
import { type Paper, paperOfWidth, paperSizes, resized } from "../../lib/export/paper";
import { formatCount } from "../../lib/format";
import { CommittedNumber } from "../controls/Committed";
import { labeled, none, worded } from "../controls/choices";
import { Labeled } from "../controls/Labeled";
import { Select } from "../controls/Select";

const titles = { inside: "In the figure", beside: "Not in it, for journals" };
const colors = { color: "Colors", gray: "Gray, lines by their dashes" };
const letters = { text: "Text, to be edited", outlines: "Outlines, the same everywhere" };
const resolutions = [150, 300, 600, 1200];

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
  const preset = paperSizes.find((size) => size.paper.widthMm === paper.widthMm)?.id ?? null;
  return (
    <>
      {asks.includes("width") && (
        <>
          <Labeled look="paper" label="Width">
            <Select
              value={preset}
              choices={[...labeled(paperSizes), none("Other width")]}
              onValue={(chosen) => {
                const size = paperSizes.find(({ id }) => id === chosen);
                onPaper(resized(paper, size ? size.paper : paperOfWidth(120)));
              }}
            />
          </Labeled>
          {preset === null && (
            <Amount
              label="Width, mm"
              value={paper.widthMm}
              min={40}
              max={500}
              onValue={(widthMm) => onPaper(resized(paper, paperOfWidth(widthMm)))}
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
      {asks.includes("width") && (
        <>
          <Labeled look="paper" label="Title, caption">
            <Select
              value={paper.bare || paper.together ? "beside" : "inside"}
              choices={worded(titles)}
              onValue={(chosen) => onPaper({ ...paper, bare: chosen === "beside" })}
            />
          </Labeled>
          <Labeled look="paper" label="Color">
            <Select
              value={paper.gray ? "gray" : "color"}
              choices={worded(colors)}
              onValue={(chosen) => onPaper({ ...paper, gray: chosen === "gray" })}
            />
          </Labeled>
        </>
      )}
      {asks.includes("letters") && (
        <Labeled look="paper" label="Letters">
          <Select
            value={paper.outlined ? "outlines" : "text"}
            choices={worded(letters)}
            onValue={(chosen) => onPaper({ ...paper, outlined: chosen === "outlines" })}
          />
        </Labeled>
      )}
      {asks.includes("dpi") && (
        <Labeled look="paper" label="Resolution">
          <Select
            value={paper.dpi}
            choices={resolutions.map((dpi) => ({ value: dpi, label: `${formatCount(dpi)} dpi` }))}
            onValue={(dpi) => onPaper({ ...paper, dpi })}
          />
        </Labeled>
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
  return (
    <Labeled look="paper" label={label}>
      <CommittedNumber
        value={value}
        onValue={(number) => number !== null && onValue(Math.max(min, Math.min(max, number)))}
      />
    </Labeled>
  );
}
