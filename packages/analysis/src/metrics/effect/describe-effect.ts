import { dayInMs, type Effect, type EffectRates } from '@refrain/domain';
import { formatCount, formatDay, formatShare } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';
import { minPreventedShare } from './plan-monitoring.ts';

/** Figures at the time of the verdict, or current figures if there is no verdict yet. */
export interface ReportedEffectFigures {
  readonly at: string;
  readonly perWeek: EffectRates;
  readonly per100Changes: EffectRates | null;
}

const weeksOfMonth = 365.25 / 12 / 7;
/** The text mentions regression to the mean if the expected rate is below this share of the previous rate. */
const notable = 0.85;

export function describeEffect(effect: Omit<Effect, 'explanation'>, reported: ReportedEffectFigures): string[] {
  const count = reported.perWeek.after?.episodes ?? 0;
  const expected = formatNumber(reported.perWeek.expected);
  const seen = `${formatCount(count, 'episode')} in ${formatWeeks(effect.fixedAt, reported.at)} since the fix, where ${expected} were to be expected had nothing changed`;
  return [
    describeVerdict(effect, seen, reported),
    ...describeNextStep(effect),
    ...describeByChanges(reported),
    ...describeRegressionToMean(reported.perWeek),
    ...describeSinceVerdict(effect, reported),
  ];
}

function describeVerdict(
  { verdict }: Pick<Effect, 'verdict'>,
  seen: string,
  { perWeek }: ReportedEffectFigures,
): string {
  switch (verdict) {
    case 'held':
      return `Held: ${seen} (${formatRatio(perWeek)}).`;
    case 'came_back':
      return `Came back: ${seen} and ${formatNumber(perWeek.expected * (1 - minPreventedShare))} had three of four been prevented.`;
    case 'not_distinguishable':
      return `Not distinguishable: ${seen} (${formatRatio(perWeek)}). The watch is over; so few episodes tell neither that it held nor that it came back.`;
    case 'too_early':
      return `Too early to tell: ${seen}.`;
  }
}

function describeNextStep({
  verdict,
  weeksNeeded,
  monitoringEndsAt,
  per100Changes,
}: Omit<Effect, 'explanation'>): string[] {
  if (verdict !== 'too_early') return [];
  const end = `The watch ends on ${formatDay(monitoringEndsAt)} at the latest.`;
  const pace = per100Changes === null ? '' : ', with as many changes a week as so far';
  return weeksNeeded === null
    ? [`Even without another episode it could not be shown that it held. ${end}`]
    : [
        `${formatCount(weeksNeeded, 'more week')} without an episode ${weeksNeeded === 1 ? 'is' : 'are'} needed to show that it held${pace}. ${end}`,
      ];
}

function describeByChanges({ per100Changes }: ReportedEffectFigures): string[] {
  if (per100Changes?.after == null) return [];
  const { after, expected } = per100Changes;
  return [
    `By changes, of which there were ${Math.round(after.exposure * 100)}, ${formatNumber(expected)} were to be expected (${formatRatio(per100Changes)}).`,
  ];
}

function describeRegressionToMean({ before, expectedRate }: EffectRates): string[] {
  if (expectedRate >= notable * before.value) return [];
  const [was, is] = [formatNumber(before.value * weeksOfMonth), formatNumber(expectedRate * weeksOfMonth)];
  return [
    `Of the ${was} a month before, ${is} is what it would be expected to go on with: patterns are picked when they are at their worst.`,
  ];
}

function describeSinceVerdict(
  { decidedAt, until, fixedAt, perWeek }: Omit<Effect, 'explanation'>,
  reported: ReportedEffectFigures,
): string[] {
  const [before, now] = [reported.perWeek.after?.episodes ?? 0, perWeek.after?.episodes ?? 0];
  if (decidedAt === null || now === before) return [];
  const expected = formatNumber(perWeek.expected);
  return [
    `That was so on ${formatDay(decidedAt)}. By ${formatDay(until)} it is ${formatCount(now, 'episode')} in ${formatWeeks(fixedAt, until)}, where ${expected} were to be expected had nothing changed (${formatRatio(perWeek)}).`,
  ];
}

function formatRatio({ ratio }: EffectRates): string {
  if (ratio === null) return 'no exposure since';
  const { value, low, high } = ratio;
  if (high < 1)
    return `rate down ${formatShare(1 - value)}, 95 % interval ${Math.floor((1 - high) * 100)} to ${formatShare(1 - low)}`;
  return `${formatNumber(value)} times the rate, 95 % interval ${formatNumber(low)} to ${formatNumber(high)}`;
}

function formatWeeks(from: string, until: string): string {
  const weeks = Math.floor((Date.parse(until) - Date.parse(from)) / (7 * dayInMs));
  return weeks === 0 ? 'less than a week' : formatCount(weeks, 'week');
}
