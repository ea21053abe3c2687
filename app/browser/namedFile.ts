import { calledFile, unnamedFile } from "../../lib/board/calledFile";
/** A file with its path, where it came in a folder or an archive; else its name. */
export interface NamedFile {
  path: string;
  file: File;
}

/** The file under a name: some programs hand one over without, and every text says what it is called. */
export const withName = (file: File): File =>
  calledFile(file.name, unnamedFile) === file.name
    ? file
    : new File([file], unnamedFile, { type: file.type, lastModified: file.lastModified });

/** A file as it was chosen, with its path in the folder that was chosen. */
export const named = (file: File): NamedFile => ({ path: file.webkitRelativePath || file.name, file });

/** The beginning of a sentence that says these files could not be used. */
export const notOpened = (files: readonly File[]): string =>
  files.length === 1 ? `“${files[0]?.name}” was not opened` : "The files were not opened";

/** The files of a drop, those of dropped folders with them. Must be called while the drop lasts. */
export function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  const items = [...data.items].filter(({ kind }) => kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...data.files];
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(files.map(named));
  return Promise.all(
    entries.map((entry, place) => {
      const file = files[place];
      if (entry) return filesIn(entry);
      return Promise.resolve(file ? [named(file)] : []);
    }),
  ).then((found) => found.flat());
}

async function filesIn(entry: FileSystemEntry): Promise<NamedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ""), file }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: NamedFile[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    for (const each of some) found.push(...(await filesIn(each)));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
