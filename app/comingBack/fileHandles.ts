import { attempt } from "../failure/attempt";
import type { FileHandle } from "../storage/fileHandle";
import { keepHandle } from "../storage/handles";

/**
 * Keeps the handle of a file that is dropped, where the browser gives one: only while the event lasts can it be asked.
 */
export function keepDropped(file: File, item: DataTransferItem | undefined): void {
  const ask: (() => Promise<FileSystemHandle | null>) | undefined = item && Reflect.get(item, "getAsFileSystemHandle");
  if (item && ask) attempt("The place of the file was not kept", () => keepGiven(file, ask.call(item)));
}

async function keepGiven(file: File, given: Promise<FileSystemHandle | null>): Promise<void> {
  const handle = await given.catch(() => null);
  if (handle?.kind === "file") await keepHandle(file, handle as FileHandle);
}

/**
 * The file of a handle, for which the browser asks the user once; null when the user says no. A file that is gone
 * rejects.
 */
export async function fileAgain(handle: FileHandle): Promise<File | null> {
  if (handle.requestPermission && (await handle.requestPermission({ mode: "read" })) !== "granted") return null;
  return handle.getFile();
}

type Picker = (options: { multiple: boolean }) => Promise<FileHandle[]>;

/**
 * Asks for files in the way that gives handles; null when the user picks none. Rejects where the browser has no such
 * way.
 */
export async function pickFiles(): Promise<File[] | null> {
  const picker: Picker | undefined = Reflect.get(window, "showOpenFilePicker");
  if (!picker) throw new Error("no picker");
  try {
    const handles = await picker({ multiple: true });
    const files = await Promise.all(handles.map((handle) => handle.getFile()));
    const [handle] = handles;
    const [file] = files;
    if (handle && file) attempt("The place of the file was not kept", () => keepHandle(file, handle));
    return files;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}
