/** Lists are counted no further: where a total is this, there may be more. */
const maxCounted = 10_000;

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const rough = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

export function count(number: number, one: string, many = `${one}s`): string {
  return `${whole.format(number)} ${number === 1 ? one : many}`;
}

/** As `count`, of a list's total. */
export function countListed(total: number, one: string, many?: string): string {
  return `${total >= maxCounted ? 'more than ' : ''}${count(total, one, many)}`;
}

/** A figure that is not known to the last digit. */
export const roundly = (number: number) => rough.format(number);

/** @param share in [0, 1] */
export function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** As `percent`, of a chance that was estimated: it is never 0 and never 1. @param chance in [0, 1] */
export function formatProbability(probability: number): string {
  if (probability > 0.99) return 'over 99\u00a0%';
  return probability < 0.01 ? 'under 1\u00a0%' : percent(probability);
}

/** The first names, and how many more there are: `a, b and 3 more`. */
export function listSome(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}
