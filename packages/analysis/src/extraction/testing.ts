/** The shorter text, in characters; the longer one has four times as many. */
const shortLength = 15_000;
/** Shorter times, in microseconds of processor time, are mostly noise. */
const minMicroseconds = 20_000;

/**
 * Returns how many times as long a function takes for four times the text: about 4 if the time is linear, 16 if it is quadratic. Unlike
 * a limit in milliseconds, the ratio does not depend on the speed of the machine.
 */
export function measureGrowth(part: string, read: (text: string) => void): number {
  const measure = (length: number) => {
    const text = part.repeat(length / part.length);
    const started = process.cpuUsage();
    read(text);
    return process.cpuUsage(started).user;
  };
  // Compiles the regular expressions.
  measure(shortLength);
  return measure(4 * shortLength) / Math.max(minMicroseconds, measure(shortLength));
}

/** Between linear and quadratic */
export const maxGrowth = 10;
