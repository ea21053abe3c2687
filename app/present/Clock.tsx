import { useEffect, useState } from "react";
import styles from "./Present.module.css";

/** The time of day, and how long the presentation has been going on since it began. */
export function Clock({ begun }: { begun: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const day = new Date(now);
  const seconds = Math.max(0, Math.floor((now - begun) / 1000));
  return (
    <p className={styles.clock}>
      {two(day.getHours())}:{two(day.getMinutes())}
      <span>
        {Math.floor(seconds / 60)}:{two(seconds % 60)}
      </span>
    </p>
  );
}

const two = (value: number) => String(value).padStart(2, "0");
