/** Formats milliseconds since 1970 in whole seconds, as both vendors do. */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/u, 'Z');
}
