let stopped = false;

/** Files of the build, and workers, which are Blobs: what an extension of the browser injects is none of these. */
const isOwn = (uri: string) => uri.startsWith("blob") || uri.includes("/_next/static/");

/** Hears of every script or worker of the page that the policy of its host stops. */
export function followPolicy(): () => void {
  const onViolation = ({ effectiveDirective, disposition, blockedURI }: SecurityPolicyViolationEvent) => {
    if (disposition === "enforce" && /^(script|worker|child)-src/.test(effectiveDirective) && isOwn(blockedURI))
      stopped = true;
  };
  document.addEventListener("securitypolicyviolation", onViolation);
  return () => document.removeEventListener("securitypolicyviolation", onViolation);
}

/** Whether the policy of the host has stopped a script or a worker of the page. */
export const policyStops = (): boolean => stopped;
