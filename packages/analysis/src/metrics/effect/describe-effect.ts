import { dayInMs, type Effect, type EffectMeasure } from '@refrain/domain';
import { sayCount, sayDay, sayShare } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';
import { prevented } from './plan-watch.ts';

/** As it was when the verdict was made, or is now where none was. */
export interface ToldFigures {
  readonly at: string;
  readonly perWeek: EffectMeasure;
  readonly per100Changes: EffectMeasure | null;
}

const weeksOfMonth = 365.25 / 12 / 7;
/** Below this part of the rate before it is worth to say that the pattern was picked at its worst. */
const notable = 0.85;

export function sayEffect(effect: Omit<Effect, 'says'>, told: ToldFigures): string[] {
  const count = told.perWeek.after?.episodes ?? 0;
  const expected = sayFew(told.perWeek.expected);
  const seen = `${sayCount(count, 'episode')} in ${sayWeeks(effect.fixedAt, told.at)} since the fix, where ${expected} were to be expected had nothing changed`;
  return [
    sayVerdict(effect, seen, told),
    ...sayNext(effect),
    ...sayByChanges(told),
    ...sayPicked(told.perWeek),
    ...sayLater(effect, told),
  ];
}

function sayVerdict({ verdict }: Pick<Effect, 'verdict'>, seen: string, { perWeek }: ToldFigures): string {
  switch (verdict) {
    case 'held':
      return `Held: ${seen} (${sayRatio(perWeek)}).`;
    case 'came_back':
      return `Came back: ${seen} and ${sayFew(perWeek.expected * (1 - prevented))} had three of four been prevented.`;
    case 'not_distinguishable':
      return `Not distinguishable: ${seen} (${sayRatio(perWeek)}). The watch is over; so few episodes tell neither that it held nor that it came back.`;
    case 'too_early':
      return `Too early to tell: ${seen}.`;
  }
}

function sayNext({ verdict, weeksNeeded, watchEndsAt, per100Changes }: Omit<Effect, 'says'>): string[] {
  if (verdict !== 'too_early') return [];
  const end = `The watch ends on ${sayDay(watchEndsAt)} at the latest.`;
  const pace = per100Changes === null ? '' : ', with as many changes a week as so far';
  return weeksNeeded === null
    ? [`Even without another episode it could not be shown that it held. ${end}`]
    : [
        `${sayCount(weeksNeeded, 'more week')} without an episode ${weeksNeeded === 1 ? 'is' : 'are'} needed to show that it held${pace}. ${end}`,
      ];
}

function sayByChanges({ per100Changes }: ToldFigures): string[] {
  if (per100Changes?.after == null) return [];
  const { after, expected } = per100Changes;
  return [
    `By changes, of which there were ${Math.round(after.exposure * 100)}, ${sayFew(expected)} were to be expected (${sayRatio(per100Changes)}).`,
  ];
}

function sayPicked({ before, goesOn }: EffectMeasure): string[] {
  if (goesOn >= notable * before.value) return [];
  const [was, is] = [sayFew(before.value * weeksOfMonth), sayFew(goesOn * weeksOfMonth)];
  return [
    `Of the ${was} a month before, ${is} is what it would be expected to go on with: patterns are picked when they are at their worst.`,
  ];
}

function sayLater({ decidedAt, until, fixedAt, perWeek }: Omit<Effect, 'says'>, told: ToldFigures): string[] {
  const [before, now] = [told.perWeek.after?.episodes ?? 0, perWeek.after?.episodes ?? 0];
  if (decidedAt === null || now === before) return [];
  const expected = sayFew(perWeek.expected);
  return [
    `That was so on ${sayDay(decidedAt)}. By ${sayDay(until)} it is ${sayCount(now, 'episode')} in ${sayWeeks(fixedAt, until)}, where ${expected} were to be expected had nothing changed (${sayRatio(perWeek)}).`,
  ];
}

/** `rate down 84 %, 95 % interval 41 to 98 %`, or as a factor where it may be up. */
function sayRatio({ ratio }: EffectMeasure): string {
  if (ratio === null) return 'no exposure since';
  const { value, low, high } = ratio;
  if (high < 1)
    return `rate down ${sayShare(1 - value)}, 95 % interval ${Math.floor((1 - high) * 100)} to ${sayShare(1 - low)}`;
  return `${sayFew(value)} times the rate, 95 % interval ${sayFew(low)} to ${sayFew(high)}`;
}

function sayWeeks(from: string, until: string): string {
  const weeks = Math.floor((Date.parse(until) - Date.parse(from)) / (7 * dayInMs));
  return weeks === 0 ? 'less than a week' : sayCount(weeks, 'week');
}

/** Two figures: more would claim too much. */
function sayFew(value: number): string {
  return formatNumber(value >= 10 ? Math.round(value) : Number(value.toPrecision(2)));
}
