/** What turns letters into outlines is no part of what loads first. */
export const loadOutlined = () => import("./outlined");
