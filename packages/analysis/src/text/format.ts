import type { TimePrecision } from '@refrain/domain';

/** Formats a count with its noun: `1 episode`, `3 episodes`. */
export function formatCount(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

export function formatShare(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Formats a probability as a whole percentage, but never as 0 % or 100 %. */
export function formatProbability(probability: number): string {
  if (probability > 0.99) return 'over 99 %';
  return probability < 0.01 ? 'under 1 %' : formatShare(probability);
}

/**
 * Formats the number of episodes that a figure is based on, such as `all 37 episodes`. The text follows the word
 * "over".
 */
export function formatEpisodeFraction(count: number, episodes: number): string {
  if (count < episodes) return `the ${count} of ${formatCount(episodes, 'episode')} that tell it`;
  return episodes === 1 ? 'its one episode' : `all ${formatCount(episodes, 'episode')}`;
}

/** Formats a part of the episodes: `2 of 5 episodes`, `all 5 episodes`, `both episodes`, `the episode`. */
export function formatPartOfEpisodes(count: number, total: number): string {
  if (count < total) return `${count} of ${formatCount(total, 'episode')}`;
  if (total === 1) return 'the episode';
  return total === 2 ? 'both episodes' : `all ${formatCount(total, 'episode')}`;
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

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Formats the day (UTC) of a time in ISO 8601: `1 Mar 2026`. */
export function formatDay(instant: string): string {
  return day.format(new Date(instant));
}

/** Formats the day (UTC) without the year: `5 Mar`. */
export function formatDayOfYear(instant: string): string {
  return dayOfYear.format(new Date(instant));
}

/** Formats the month (UTC) of a time in ISO 8601: `Mar 2026`. */
export function formatMonth(instant: string): string {
  return month.format(new Date(instant));
}

/** Formats the day (UTC) of an ISO 8601 time, or only the month for precision `month`: `1 Mar 2026` or `Mar 2026`. */
export function formatDate(instant: string, precision: TimePrecision = 'instant'): string {
  return precision === 'month' ? formatMonth(instant) : formatDay(instant);
}

/** Formats an enum value for people: `failed_deployment` becomes `failed deployment`. */
export function formatEnumValue(term: string): string {
  return term.replaceAll('_', ' ');
}

export function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Writes the first letter in lower case, except in an abbreviation: `Disk guard` becomes `disk guard`. */
export function decapitalise(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}
