export function round(value: number, digits = 4): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}

export function roundAllNumbers<T>(value: T, digits = 4): T {
  if (typeof value === 'number') return round(value, digits) as T;
  if (Array.isArray(value)) return value.map((item) => roundAllNumbers(item, digits)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, roundAllNumbers(item, digits)])) as T;
}

/** Returns the rounded share `part / whole`; 0 if `whole` is 0. */
export function share(part: number, whole: number, digits = 4): number {
  return whole === 0 ? 0 : round(part / whole, digits);
}

/** Returns the unrounded share `part / whole`; 1 if `whole` is 0, because no prediction was wrong and nothing was missed. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
