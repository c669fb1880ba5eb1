/** Formats a time (milliseconds since 1970) like the providers, in whole seconds. */
export function formatInstant(ms: number): string {
  return new Date(Math.round(ms / 1_000) * 1_000).toISOString().replace('.000Z', 'Z');
}
