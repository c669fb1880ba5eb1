import { type PatternReport, ReportBadge, type Statement } from '@refrain/domain';
import { estimatePeopleHours } from '../../metrics/cost/estimate-people-hours.ts';
import { capitalise, formatCount, formatDay, formatList, formatMonth, formatShare } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';
import { formatHourRange, formatKnownDuration } from './describe-cost.ts';
import { findRecentDirection } from './describe-trend.ts';
import { findWorstSeverity } from './find-worst-severity.ts';

type Summarised = Pick<PatternReport, 'pattern' | 'measurement' | 'members' | 'asOf'>;

const maxNamed = 2;
const windowDays = 365;

/** Writes the key facts of a pattern in one line: how often, since and until when, where, how costly, how similar. */
export function describeSummary(report: Summarised): Statement {
  const { pattern } = report;
  const { episodes, firstAt, lastAt, confidence } = pattern;
  const parts = [
    `${formatCount(episodes, 'episode')} since ${formatMonth(firstAt)}`,
    `last seen ${formatDay(lastAt)}`,
    ...describePlaces(pattern),
    ...describeHours(report),
    `${formatShare(confidence)} match confidence`,
  ];
  return createStatement(parts.join(' · '));
}

/** Lists the status of a pattern: the recurrence, the trend, the worst severity, and a person's judgement. */
export function listBadges({ pattern, measurement = null, members }: Omit<Summarised, 'asOf'>): ReportBadge[] {
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
 * Gives the engineer-hours of the last 12 months, or the total duration if the number of responders is assumed for most episodes. Gives
 * neither if no episode began in this time.
 */
function describeHours(report: Summarised): string[] {
  const cost = report.measurement?.cost ?? null;
  if (cost === null) return [];
  const { withResponders, withDuration } = cost.people;
  const { episodes, hours: estimated } = estimatePeopleHours(report, windowDays);
  // The section on cost states the same total.
  const hours = episodes === cost.episodes && withDuration === episodes ? cost.people.total : estimated;
  if (withResponders === 0 || 2 * withResponders < withDuration || hours === null) return formatKnownDuration(cost);
  return episodes === 0 ? [] : [`${formatHourRange(hours)} engineer-hours in 12 months`];
}
