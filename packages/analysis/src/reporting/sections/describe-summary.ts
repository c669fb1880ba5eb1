import { dayInMs, maxImpactHours, type PatternReport, ReportBadge, type Statement } from '@refrain/domain';
import { findEpisodeStarts } from '../../metrics/observation/find-episode-starts.ts';
import { capitalise, formatCount, formatDay, formatList, formatMonth, formatShare } from '../../text/format.ts';
import { formatDuration } from '../../text/format-duration.ts';
import { createStatement } from '../document/section.ts';
import { formatKnownDuration } from './describe-cost.ts';
import { findRecentDirection } from './describe-trend.ts';
import { findWorstSeverity } from './find-worst-severity.ts';

type Summarised = Pick<PatternReport, 'pattern' | 'measurement' | 'members' | 'asOf' | 'episodeHours'>;

const maxNamed = 2;
const windowDays = 365;
/** A lower match confidence is a warning that readers need; a higher one tells them nothing. */
const minConfidence = 0.7;

/** Writes the key facts of a pattern in one line: how often, since and until when, where, how costly, and whether it may mix failures. */
export function describeSummary(report: Summarised): Statement {
  const { pattern } = report;
  const { episodes, firstAt, lastAt, confidence } = pattern;
  const parts = [
    `${formatCount(episodes, 'episode')} since ${formatMonth(firstAt)}`,
    `last seen ${formatDay(lastAt)}`,
    ...describePlaces(pattern),
    ...describeHours(report),
    ...(confidence < minConfidence
      ? [`low match confidence (${formatShare(confidence)}): some episodes may not belong here`]
      : []),
  ];
  return createStatement(parts.join(' · '));
}

/** Lists the status of a pattern: the recurrence, the trend, the worst severity, and a person's judgement. */
export function listBadges({
  pattern,
  measurement = null,
  members,
}: Pick<Summarised, 'pattern' | 'measurement' | 'members'>): ReportBadge[] {
  const { recurrence = null, trend = null } = measurement ?? {};
  const direction = recurrence === 'quiet' ? null : findRecentDirection(trend);
  const severity = findWorstSeverity(members);
  const texts: Readonly<Record<ReportBadge['kind'], string | null>> = {
    recurrence: recurrence === 'recurring' ? null : recurrence,
    trend: direction,
    severity: severity === null ? null : `worst severity: ${severity}`,
    judgement: pattern.judgement ?? null,
  };
  return ReportBadge.shape.kind.options.flatMap((kind) => {
    const text = texts[kind];
    return text === null ? [] : [{ kind, text: capitalise(text) }];
  });
}

function describePlaces({ services, repositories }: PatternReport['pattern']): string[] {
  const [places, noun] = services.length > 0 ? [services, 'services'] : [repositories, 'repositories'];
  if (places.length === 0) return [];
  return [places.length <= maxNamed ? formatList(places) : `${places.length} ${noun}`];
}

/**
 * Gives the hours of impact of the incidents in the last 12 months, by which the lists rank patterns, too. Without an incident in this
 * time, gives the total duration. Says nothing if the durations of most incidents are unknown.
 */
function describeHours({ members, measurement, asOf, episodeHours = {} }: Summarised): string[] {
  const from = new Date(Date.parse(asOf) - windowDays * dayInMs).toISOString();
  const incidents = members.filter(({ kind }) => kind === 'incident');
  const recent = [...findEpisodeStarts(incidents)].filter(([, startedAt]) => startedAt >= from).map(([id]) => id);
  const hours = recent.flatMap((id) => episodeHours[id] ?? []);
  if (recent.length === 0) return measurement ? formatKnownDuration(measurement.cost) : [];
  if (2 * hours.length < recent.length) return [];
  const total = hours.reduce((sum, one) => sum + Math.min(one, maxImpactHours), 0);
  return [`${hours.length < recent.length ? 'at least ' : ''}${formatDuration(total)} of impact in 12 months`];
}
