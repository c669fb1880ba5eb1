const least = 0.001;

/** Formats a number with at most three significant digits and three decimals; null becomes a dash. */
export function formatNumber(value: number | null): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  if (size > 0 && size < least) return value > 0 ? `under ${least}` : `above −${least}`;
  const told = size < 1 ? Number(size.toFixed(3)) : Number(size.toPrecision(3));
  return value < 0 ? `−${told}` : String(told);
}
