/**
 * Formats an instant like the providers, in whole seconds.
 * @param ms since 1970
 */
export function at(ms: number): string {
  return new Date(Math.round(ms / 1_000) * 1_000).toISOString().replace('.000Z', 'Z');
}
