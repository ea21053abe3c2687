/** A file of this computer that a browser can open again, after it has asked; not every browser can. */
export type FileHandle = FileSystemFileHandle & {
  requestPermission?(wanted: { mode: "read" }): Promise<PermissionState>;
};
