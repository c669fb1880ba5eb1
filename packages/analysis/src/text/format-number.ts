const smallest = 0.001;

/** Formats a number with at most three significant digits and at most three decimals. Null becomes a dash. */
export function formatNumber(value: number | null): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  if (size > 0 && size < smallest) return value > 0 ? `under ${smallest}` : `above −${smallest}`;
  const rounded = size < 1 ? Number(size.toFixed(3)) : Number(size.toPrecision(3));
  return value < 0 ? `−${rounded}` : String(rounded);
}

/** Formats a number with the precision that people use: whole from 10 on, otherwise two significant digits. */
export function formatRounded(value: number): string {
  return String(Math.abs(value) >= 10 ? Math.round(value) : Number(value.toPrecision(2)));
}
