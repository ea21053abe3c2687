/** What puts panels together is no part of what loads first. */
export const loadComposed = () => import("./composedFigure");
