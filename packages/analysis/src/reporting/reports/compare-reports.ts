import type { PatternReport, ReportChange } from '@refrain/domain';
import { sayCount, sayDay, sayShare, saySome, sayTerm } from '../../text/format.ts';

const mostNamed = 3;

/** What a reader of an earlier report of the same pattern has to know to be up to date. Empty where nothing of note changed. */
export function compareReports(before: PatternReport, after: PatternReport): ReportChange[] {
  return [
    ...compareEpisodes(before, after),
    ...compareValue('name', before.pattern.name, after.pattern.name, 'It is called'),
    ...compareValue('cause', before.pattern.cause, after.pattern.cause, 'Its cause is'),
    ...compareValue('trigger', before.pattern.trigger, after.pattern.trigger, 'What sets it off is'),
    ...compareValue('recurrence', recurrenceOf(before), recurrenceOf(after), 'It is'),
    ...compareValue('direction', directionOf(before), directionOf(after), 'Its trend is'),
    ...compareChances(chanceOf(before), chanceOf(after)),
    ...compareValue('recommendation', adviceOf(before), adviceOf(after), 'What is recommended is'),
    ...compareLessons(before, after),
  ];
}

function recurrenceOf({ measurement }: PatternReport): string {
  return measurement?.recurrence ?? 'not measured';
}

function directionOf({ measurement }: PatternReport): string {
  return measurement?.trend?.perWeek.direction ?? 'not measured';
}

function chanceOf({ measurement }: PatternReport): number | null {
  return measurement?.forecast?.horizons.find(({ days }) => days === 30)?.chance ?? null;
}

/** Less than a tenth is not of note. */
function compareChances(before: number | null, after: number | null): ReportChange[] {
  if (before !== null && after !== null && Math.abs(after - before) < 0.1) return [];
  const say = (chance: number | null) => (chance === null ? 'not known' : sayShare(chance));
  return compareValue('forecast', say(before), say(after), 'The chance of at least one more within 30 days is');
}

function adviceOf({ choice }: PatternReport): string {
  return choice?.recommendations[0]?.guardrail.name ?? 'nothing';
}

function compareEpisodes(before: PatternReport, after: PatternReport): ReportChange[] {
  const episodesOf = ({ members }: PatternReport) =>
    new Map(members.map(({ episodeId, occurredAt }) => [episodeId, occurredAt]));
  const [old, now] = [episodesOf(before), episodesOf(after)];
  const came = [...now].filter(([id]) => !old.has(id)).map(([, at]) => sayDay(at));
  const went = [...old].filter(([id]) => !now.has(id)).map(([, at]) => sayDay(at));
  return [
    ...(came.length === 0
      ? []
      : [
          { what: 'episodes' as const, text: `${sayCount(came.length, 'episode')} more: ${saySome(came, mostNamed)}.` },
        ]),
    ...(went.length === 0
      ? []
      : [
          {
            what: 'episodes' as const,
            text: `${sayCount(went.length, 'episode')} not counted here any more: ${saySome(went, mostNamed)}.`,
          },
        ]),
  ];
}

function compareValue(what: ReportChange['what'], before: string, after: string, subject: string): ReportChange[] {
  return before === after ? [] : [{ what, text: `${subject} ${sayTerm(after)} now, and was ${sayTerm(before)}.` }];
}

/** A lesson counts: how often something showed. That alone is no change of what was learnt. */
function compareLessons(before: PatternReport, after: PatternReport): ReportChange[] {
  const withoutCounts = ({ pattern }: PatternReport) => pattern.lesson.replace(/\d+/gu, '#');
  return withoutCounts(before) === withoutCounts(after)
    ? []
    : [{ what: 'lesson', text: `The lesson now: ${after.pattern.lesson}` }];
}
