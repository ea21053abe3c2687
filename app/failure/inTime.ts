/** Settles as the work does, or rejects when it takes longer than so many milliseconds; the work itself goes on. */
export function inTime<T>(limit: number, work: Promise<T>, onLate = () => {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      onLate();
      reject(new Error(`not done within ${limit} ms`));
    }, limit);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
