/** Three figures at most; a dash for what is not known. */
export function formatNumber(value: number | null): string {
  return value === null ? '–' : String(Number(value.toPrecision(3)));
}
