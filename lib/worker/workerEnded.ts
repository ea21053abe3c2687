/** A worker that will not answer: it died, fell silent, was stopped by the user, or made room for another. */
export class WorkerEnded extends Error {
  constructor(
    readonly reason: "crashed" | "silent" | "stopped" | "replaced",
    message?: string,
  ) {
    super(message ?? reason);
  }
}
