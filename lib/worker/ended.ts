/** A worker that will not answer: it died, fell silent, or made room for another. */
export class WorkerEnded extends Error {
  constructor(
    readonly reason: "crashed" | "silent" | "replaced",
    message?: string,
  ) {
    super(message ?? reason);
  }
}
