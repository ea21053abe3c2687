import { memo, useState } from "react";
import type { Agreement } from "../../lib/agreement/agreement";
import type { CaseAgreement } from "../../lib/agreement/verify";
import styles from "./Verification.module.css";

/** One case: the quantity nearest to its tolerance, and all of them when opened. */
export const CaseDetails = memo(function CaseDetails({ result }: { result: CaseAgreement }) {
  const [isOpen, setIsOpen] = useState(false);
  const { id, call, quantities, error, passes } = result;
  const [furthest] = [...quantities].sort((a, b) => share(b) - share(a));
  return (
    <details className={styles.case} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.row}>
        <span>
          <strong>{id}</strong> <span className="quiet">{error ?? furthest?.quantity}</span>
        </span>
        <span>{furthest ? inPowers(furthest.worst) : ""}</span>
        <span className={styles.allowed}>{furthest ? allowed(furthest) : ""}</span>
        <span className={passes ? styles.yes : styles.no}>{passes ? "yes" : "no"}</span>
      </summary>
      {isOpen && <Quantities call={call} quantities={quantities} />}
    </details>
  );
});

function Quantities({ call, quantities }: Pick<CaseAgreement, "call" | "quantities">) {
  return (
    <>
      <p className={styles.call}>
        <code>{call}</code>
      </p>
      <table className={styles.quantities}>
        <thead>
          <tr>
            <th scope="col">Quantity</th>
            <th scope="col">Numbers</th>
            <th scope="col">Largest relative difference</th>
            <th scope="col">Allowed</th>
            <th scope="col">Agrees</th>
          </tr>
        </thead>
        <tbody>
          {quantities.map((one) => (
            <tr key={one.quantity}>
              <th scope="row">{one.quantity}</th>
              <td>{one.numbers}</td>
              <td>{inPowers(one.worst)}</td>
              <td>{allowed(one)}</td>
              <td className={one.passes ? styles.yes : styles.no}>{one.passes ? "yes" : `no: ${one.where}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** How much of its tolerance a quantity uses. */
function share({ worst, tolerance }: Agreement): number {
  if (worst === 0) return 0;
  return tolerance === 0 ? Number.POSITIVE_INFINITY : worst / tolerance;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

const allowed = ({ tolerance }: Agreement) => (tolerance === 0 ? "none" : inPowers(tolerance));

/** 3.2·10⁻¹⁴; 0 for none. */
function inPowers(value: number): string {
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return "∞";
  const [digits = "", exponent = ""] = value.toExponential(1).split("e");
  const power = [...exponent.replace("+", "")]
    .map((sign) => (sign === "-" ? "⁻" : superscripts[Number(sign)]))
    .join("");
  return digits === "1.0" ? `10${power}` : `${digits}·10${power}`;
}
