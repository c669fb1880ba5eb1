import type { PatternReport, ReportDifference } from '@refrain/domain';
import { formatCount, formatDay, formatEnumValue, formatListWithMaxNames, formatShare } from '../../text/format.ts';

const maxNamed = 3;

export function compareReports(before: PatternReport, after: PatternReport): ReportDifference[] {
  const compare = (what: ReportDifference['what'], subject: string, read: (report: PatternReport) => string) =>
    compareValue(what, read(before), read(after), subject);
  return [
    ...compareEpisodes(before, after),
    ...compare('name', 'Name', ({ pattern }) => pattern.name),
    ...compare('cause', 'Cause', ({ pattern }) => pattern.cause),
    ...compare('trigger', 'Trigger', ({ pattern }) => pattern.trigger),
    ...compare('recurrence', 'Recurrence', ({ measurement }) => measurement?.recurrence ?? 'not measured'),
    ...compare('direction', 'Trend', ({ measurement }) => measurement?.trend?.perWeek.direction ?? 'not measured'),
    ...compareProbabilities(probabilityOf(before), probabilityOf(after)),
    ...compare('recommendation', 'Recommended fix', nameRecommendation),
    ...compareLessons(before, after),
  ];
}

function probabilityOf({ measurement }: PatternReport): number | null {
  return measurement?.forecast?.horizons.find(({ days }) => days === 30)?.probability ?? null;
}

function compareProbabilities(before: number | null, after: number | null): ReportDifference[] {
  if (before !== null && after !== null && Math.abs(after - before) < 0.1) return [];
  const format = (probability: number | null) => (probability === null ? 'unknown' : formatShare(probability));
  return compareValue('forecast', format(before), format(after), 'Probability of recurrence within 30 days');
}

function nameRecommendation({ choice }: PatternReport): string {
  return choice?.recommendations[0]?.guardrail.name ?? 'none';
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
  return [...describeDays(added, 'added'), ...describeDays(removed, 'removed')];
}

function compareValue(
  what: ReportDifference['what'],
  before: string,
  after: string,
  subject: string,
): ReportDifference[] {
  return before === after
    ? []
    : [{ what, text: `${subject}: ${formatEnumValue(after)} (before: ${formatEnumValue(before)}).` }];
}

/** Compares lessons, ignoring numbers, because a lesson with a higher count is not a new lesson. */
function compareLessons(before: PatternReport, after: PatternReport): ReportDifference[] {
  const withoutCounts = ({ pattern }: PatternReport) => pattern.lesson.replace(/\d+/gu, '#');
  return withoutCounts(before) === withoutCounts(after)
    ? []
    : [{ what: 'lesson', text: `Lesson: ${after.pattern.lesson}` }];
}
