/**
 * Loss of similarity when the number of days between two failures grows by a factor of e. Most recurrences come soon.
 * The value results from logistic regressions on two public data sets of duplicates and on generated organisations.
 */
const lossPerLogDay = 0.015;

/**
 * Returns how much less similar two failures are because of the time between them: 0.02 after three days, 0.09 after a
 * year; 0 if a time is unknown.
 * @param day,otherDay number of days since a common origin; null if unknown
 */
export function computeTimeDecay(day: number | null, otherDay: number | null): number {
  return day === null || otherDay === null ? 0 : lossPerLogDay * Math.log1p(Math.abs(day - otherDay));
}
