/**
 * What a failure loses of its nearness to one that happened e times as many days away. Failures that come again mostly come
 * soon: learnt by logistic regression on two public sets of duplicates and on generated organisations, which agree.
 */
const fading = 0.015;

/**
 * How much less two failures are taken to be near for the time between them: 0 at the same moment, .02 after three days,
 * .09 after a year; 0 where one of the times is not known.
 * @param day,otherDay in days since any one moment
 */
export function timeDecay(day: number | null, otherDay: number | null): number {
  return day === null || otherDay === null ? 0 : fading * Math.log1p(Math.abs(day - otherDay));
}
