import { emptyBoard } from "../../lib/board/board";
import { leftOutOfHash } from "../../lib/board/leftOutOfHash";
import { problem } from "../../lib/result";
import { copyText } from "../browser/clipboard";
import { addressNow, identifies } from "../comingBack/address";
import { ownFile, setView, useStore } from "../store";
import { theExample } from "./files/cohort";

/**
 * Copies the address of what is on the screen, and says what of it a link leaves out. Rejects with `CopyRefused` where
 * the browser does not let it.
 */
export async function copyLink(): Promise<void> {
  const state = useStore.getState();
  const link = new URL(addressNow(), location.href).href;
  await copyText(link);
  const own = ownFile(state) !== null;
  const { board } = state;
  const left = leftOutOfHash(board, own ? emptyBoard : theExample().board, identifies(board));
  const whose = own ? "Link copied. It holds no data: whoever opens it is asked for the same file." : "Link copied.";
  setView({ message: problem("link-copied", whose, [...leftOutInWords(left), ...localOnly()].join(" ")) });
}

const leftOutInWords = (left: string[]) =>
  left.length > 0 ? [`Left out: ${left.join("; ")}. Send the board file (Save) for all of it.`] : [];

const localOnly = () =>
  location.protocol === "file:" ? ["The page was opened from this computer, and so the link works here only."] : [];
