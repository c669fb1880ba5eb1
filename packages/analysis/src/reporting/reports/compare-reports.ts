import type { PatternReport, ReportDifference } from '@refrain/domain';
import { formatCount, formatDay, formatEnumValue, formatListWithMaxNames, formatShare } from '../../text/format.ts';

const maxNamed = 3;

export function compareReports(before: PatternReport, after: PatternReport): ReportDifference[] {
  const compare = (what: ReportDifference['what'], subject: string, read: (report: PatternReport) => string) =>
    compareValue(what, read(before), read(after), subject);
  return [
    ...compareEpisodes(before, after),
    ...compare('name', 'It is called', ({ pattern }) => pattern.name),
    ...compare('cause', 'Its cause is', ({ pattern }) => pattern.cause),
    ...compare('trigger', 'What sets it off is', ({ pattern }) => pattern.trigger),
    ...compare('recurrence', 'It is', ({ measurement }) => measurement?.recurrence ?? 'not measured'),
    ...compare(
      'direction',
      'Its trend is',
      ({ measurement }) => measurement?.trend?.perWeek.direction ?? 'not measured',
    ),
    ...compareProbabilities(probabilityOf(before), probabilityOf(after)),
    ...compare('recommendation', 'What is recommended is', nameRecommendation),
    ...compareLessons(before, after),
  ];
}

function probabilityOf({ measurement }: PatternReport): number | null {
  return measurement?.forecast?.horizons.find(({ days }) => days === 30)?.probability ?? null;
}

function compareProbabilities(before: number | null, after: number | null): ReportDifference[] {
  if (before !== null && after !== null && Math.abs(after - before) < 0.1) return [];
  const format = (probability: number | null) => (probability === null ? 'not known' : formatShare(probability));
  return compareValue('forecast', format(before), format(after), 'The chance of at least one more within 30 days is');
}

function nameRecommendation({ choice }: PatternReport): string {
  return choice?.recommendations[0]?.guardrail.name ?? 'nothing';
}

function compareEpisodes(before: PatternReport, after: PatternReport): ReportDifference[] {
  const episodesOf = ({ members }: PatternReport) =>
    new Map(members.map(({ episodeId, occurredAt }) => [episodeId, occurredAt]));
  const [old, now] = [episodesOf(before), episodesOf(after)];
  const added = [...now].filter(([id]) => !old.has(id)).map(([, at]) => formatDay(at));
  const removed = [...old].filter(([id]) => !now.has(id)).map(([, at]) => formatDay(at));
  const describeDays = (days: readonly string[], change: string): ReportDifference[] =>
    days.length === 0
      ? []
      : [
          {
            what: 'episodes',
            text: `${formatCount(days.length, 'episode')} ${change}: ${formatListWithMaxNames(days, maxNamed)}.`,
          },
        ];
  return [...describeDays(added, 'more'), ...describeDays(removed, 'not counted here any more')];
}

function compareValue(
  what: ReportDifference['what'],
  before: string,
  after: string,
  subject: string,
): ReportDifference[] {
  return before === after
    ? []
    : [{ what, text: `${subject} ${formatEnumValue(after)} now, and was ${formatEnumValue(before)}.` }];
}

/** Compares lessons, ignoring numbers, because a lesson with a higher count is not a new lesson. */
function compareLessons(before: PatternReport, after: PatternReport): ReportDifference[] {
  const withoutCounts = ({ pattern }: PatternReport) => pattern.lesson.replace(/\d+/gu, '#');
  return withoutCounts(before) === withoutCounts(after)
    ? []
    : [{ what: 'lesson', text: `The lesson now: ${after.pattern.lesson}` }];
}
