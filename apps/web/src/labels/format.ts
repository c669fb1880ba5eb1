import type { Schemas } from '../api/refrain.ts';

/** The API counts up to this number, so a total of this number means "at least". */
const maxCounted = 10_000;

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const rough = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** Formats a number with its noun: `1 episode`, `2 episodes`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${whole.format(number)} ${number === 1 ? one : many}`;
}

/** Formats the total of a list with its noun: `120 failures`, or `more than 10,000 failures` at the API's maximum. */
export function formatListTotal(total: number, one: string, many?: string): string {
  return `${total >= maxCounted ? 'more than ' : ''}${count(total, one, many)}`;
}

export const formatWhole = (number: number) => whole.format(number);
export const formatTwoSignificantDigits = (number: number) => rough.format(number);

/** Formats a duration in hours with the precision that a reader needs: `40 min`, `7.5 h`, `36 h`. */
export function formatHours(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)}\u00a0min`;
  return `${hours < 10 ? rough.format(hours) : whole.format(hours)}\u00a0h`;
}

/** Formats a share in [0, 1] as a whole percentage. */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** Formats an estimated probability in [0, 1] as a percentage, but never as 0 % or 100 %. */
export function formatProbability(probability: number): string {
  if (probability > 0.99) return 'over 99\u00a0%';
  return probability < 0.01 ? 'under 1\u00a0%' : formatPercent(probability);
}

/** Joins the first `limit` names and counts the others: `a, b and 3 more`. */
export function formatShortenedNameList(names: readonly string[], limit: number): string {
  const more = names.length - limit;
  return more > 0 ? `${names.slice(0, limit).join(', ')} and ${more} more` : names.join(', ');
}

export function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Writes the first letter in lower case, except in an abbreviation: `Disk guard` becomes `disk guard`. */
export function decapitalise(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

/** Statements below this probability are uncertain. Reports warn of a match confidence below the same limit. */
const minLikelihood = 0.7;

export function isLikely(probability: number): boolean {
  return probability >= minLikelihood;
}

/** Formats the probability of a statement: `72 % likely`; `uncertain` if it is low, because its figure tells a reader nothing. */
export function formatLikelihood(probability: number): string {
  return isLikely(probability) ? `${formatProbability(probability)} likely` : 'uncertain';
}

type Location = Pick<Schemas['ListedFailure'], 'services' | 'repository' | 'environment'>;

/** Formats a location: `Checkout, acme/checkout, production`. Returns '' if the location is unknown. */
export function describeLocation({ services, repository, environment }: Location): string {
  return [...services, repository, environment].filter(Boolean).join(', ');
}

/** Returns an http or https URL, and null for any other. URLs from providers are untrusted and may be `javascript:` URLs. */
export function toSafeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//iu.test(url) ? url : null;
}

/** Formats a confidence and its evidence, such as `(64 %): the same service; shared words: …`. */
export function describeEvidence(share: number, evidence: readonly Schemas['Evidence'][]): string {
  return `(${formatPercent(share)}): ${evidence.map(({ detail }) => detail).join('; ')}`;
}

/** Returns the lines of an excerpt that are not part of the title. */
export function removeTitleLines(excerpt: string, title: string): string {
  const lowerTitle = title.toLowerCase();
  const lines = excerpt.split('\n').filter((line) => !lowerTitle.includes(line.trim().toLowerCase()));
  return lines.join('\n');
}
