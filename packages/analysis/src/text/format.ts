import type { TimePrecision } from '@refrain/domain';
import { formatNumber } from './format-number.ts';

/** Formats a count with its noun: `1 episode`, `3 episodes`. */
export function formatCount(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

export function formatShare(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/**
 * Formats the number of episodes that a figure is based on, such as `all 37 episodes`. The text follows the word
 * "over".
 */
export function formatEpisodeFraction(count: number, episodes: number): string {
  if (count < episodes) return `the ${count} of ${formatCount(episodes, 'episode')} that tell it`;
  return episodes === 1 ? 'its one episode' : `all ${formatCount(episodes, 'episode')}`;
}

/** Joins words as `a, b and c`. */
export function formatList(words: readonly string[], conjunction = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** Joins at most `maxNames` names and counts the others: `a, b and 3 more`. */
export function formatListWithMaxNames(names: readonly string[], maxNames: number): string {
  const more = names.length - maxNames;
  return more > 0 ? `${names.slice(0, maxNames).join(', ')} and ${more} more` : formatList(names);
}

/** Formats the day (UTC) of a time in ISO 8601: `2026-03-01`. */
export function formatDay(instant: string): string {
  return instant.slice(0, 10);
}

/** Formats the day (UTC) of an ISO 8601 time, or only the month for precision `month`: `2026-03-01` or `2026-03`. */
export function formatDate(instant: string, precision: TimePrecision = 'instant'): string {
  return instant.slice(0, precision === 'month' ? 7 : 10);
}

/** Formats an interval: `2 to 7`, or `2` if both ends are 2. */
export function formatNumberRange({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [formatNumber(low), formatNumber(high)];
  return from === to ? from : `${from} to ${to}`;
}

/** Formats a value with its interval: `4 (2 to 7)`. */
export function formatValueWithInterval(value: number, low: number, high: number): string {
  return `${formatNumber(value)} (${formatNumber(low)} to ${formatNumber(high)})`;
}

/** Formats an enum value for people: `failed_deployment` becomes `failed deployment`. */
export function formatEnumValue(term: string): string {
  return term.replaceAll('_', ' ');
}
