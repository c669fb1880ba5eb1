/**
 * The similarity lost per factor e of days between two failures, because recurrences are mostly soon. Learnt by
 * logistic regression on two public sets of duplicates and on generated organisations, which agree.
 */
const lossPerLogDay = 0.015;

/**
 * Returns the similarity lost by the time between two failures: 0 at the same moment, 0.02 after three days, 0.09 after
 * a year; 0 if a time is unknown.
 * @param day,otherDay in days since a common origin
 */
export function timeDecay(day: number | null, otherDay: number | null): number {
  return day === null || otherDay === null ? 0 : lossPerLogDay * Math.log1p(Math.abs(day - otherDay));
}
