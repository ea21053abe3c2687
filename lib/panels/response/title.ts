import type { ResponseResult } from "./result";

/** "Response by Arm"; "Best change by Arm" where no column says best response. */
export const titleOf = ({
  groupLabel,
  responseLabel,
}: Pick<ResponseResult, "groupLabel" | "responseLabel">): string => {
  const what = responseLabel === null ? "Best change" : "Response";
  return groupLabel === null ? what : `${what} by ${groupLabel}`;
};
