const smallest = 0.01;

/** Formats a number with the precision that people use: whole from 10 on, then one decimal, and two below 1. Null becomes a dash. */
export function formatNumber(value: number | null): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  if (size > 0 && size < smallest) return value > 0 ? `under ${smallest}` : `above −${smallest}`;
  const rounded = Number(size.toFixed(size >= 10 ? 0 : size >= 1 ? 1 : 2));
  return value < 0 ? `−${rounded}` : String(rounded);
}
