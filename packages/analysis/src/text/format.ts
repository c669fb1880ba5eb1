import type { TimePrecision } from '@refrain/domain';
import { formatNumber } from './format-number.ts';

/** `1 episode`, `3 episodes`. */
export function formatCount(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

/** @param share in [0, 1] */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Continues "over": `all 37 episodes`, or `the 42 of 43 episodes that tell it`. */
export function formatFraction(told: number, episodes: number): string {
  if (told < episodes) return `the ${told} of ${formatCount(episodes, 'episode')} that tell it`;
  return episodes === 1 ? 'its one episode' : `all ${formatCount(episodes, 'episode')}`;
}

/** `a, b and c`. */
export function formatList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The first names, and how many there are besides: `a, b and 3 more`. */
export function formatShortList(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : formatList(names);
}

/** The day in UTC, as `2026-03-01`. */
export function formatDay(instant: string): string {
  return instant.slice(0, 10);
}

/** As much of a date as is known, in UTC: `2026-03-01`, or `2026-03`. */
export function formatDate(instant: string, precision: TimePrecision = 'instant'): string {
  return instant.slice(0, precision === 'month' ? 7 : 10);
}

/** `2 to 7`; `2` where both ends are. */
export function formatSpan({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [formatNumber(low), formatNumber(high)];
  return from === to ? from : `${from} to ${to}`;
}

/** `4` or `4 (2 to 7)`. */
export function formatRange(value: number, low: number, high: number): string {
  return `${formatNumber(value)} (${formatNumber(low)} to ${formatNumber(high)})`;
}

/** A word of the domain as a person reads it: `failed_deployment` is `failed deployment`. */
export function formatTerm(term: string): string {
  return term.replaceAll('_', ' ');
}
