/**
 * Similarity lost whenever the days between two failures grow by a factor of e, because most recurrences come soon. Two
 * public data sets of duplicates and generated organisations gave this value in logistic regressions.
 */
const lossPerLogDay = 0.015;

/**
 * Returns how much less similar two failures are because of the time between them: 0.02 after three days, 0.09 after a
 * year; 0 if a time is unknown.
 * @param day,otherDay days since the same origin
 */
export function timeDecay(day: number | null, otherDay: number | null): number {
  return day === null || otherDay === null ? 0 : lossPerLogDay * Math.log1p(Math.abs(day - otherDay));
}
