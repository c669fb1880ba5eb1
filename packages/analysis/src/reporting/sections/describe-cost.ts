import type { Cost, ReportSection, Statement } from '@refrain/domain';
import { formatCount, formatMonth } from '../../text/format.ts';
import { formatDuration } from '../../text/format-duration.ts';
import { formatNumber } from '../../text/format-number.ts';
import { createDetailSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

/** The table of episodes shows the durations of fewer episodes at a glance, and their cost would say little. */
const minForFigures = 4;

/** @param since when the first episode began */
export function describeCost(cost: Cost | null, since: string, refs: ReportSourceRefs): ReportSection {
  const statements =
    cost === null ? [] : [...describeImpact(cost), ...describePages(cost, refs), ...describePeople(cost, since)];
  return createDetailSection('cost', 'Cost', statements);
}

/** Says for how many episodes a figure is known; empty if for all. */
function formatKnown(known: number, episodes: number): string {
  return known === episodes ? '' : ` (known for ${known} of ${formatCount(episodes, 'episode')})`;
}

/** Formats the total duration; empty if it is known for one episode or for fewer than half of them. */
export function formatKnownDuration({ impact: { total, withDuration, episodes } }: Pick<Cost, 'impact'>): string[] {
  return withDuration >= 2 && 2 * withDuration >= episodes
    ? [`lasted ${withDuration < episodes ? 'at least ' : ''}${formatDuration(total)} in total`]
    : [];
}

function describeImpact({ impact }: Cost): Statement[] {
  const { median, total, withDuration, episodes } = impact;
  if (median === null || withDuration < minForFigures || formatKnownDuration({ impact }).length === 0) return [];
  return [
    createStatement(
      `The incidents lasted a median of ${formatDuration(median)}, ${formatDuration(total)} in total${formatKnown(withDuration, episodes)}.`,
    ),
  ];
}

function describePages({ pages, settings }: Cost, refs: ReportSourceRefs): Statement[] {
  const { all, outOfHours } = pages;
  if (all.count === 0) return [];
  return [
    createStatement(
      `${formatCount(all.count, 'high-urgency incident')} paged on-call, ${describeOutOfHours(outOfHours.count, all.count)}.`,
      refs.ofFailures(all.failureIds),
      `Out of hours means before ${settings.workday.from}:00, from ${settings.workday.until}:00 on, and at weekends (${settings.timeZone}).`,
    ),
  ];
}

function describeOutOfHours(count: number, total: number): string {
  if (total === 1) return count === 1 ? 'out of hours' : 'during working hours';
  if (count === total) return `${total === 2 ? 'both' : 'all'} out of hours`;
  return `${count === 0 ? 'none' : count} of them out of hours`;
}

function describePeople({ people, episodes, impact }: Cost, since: string): Statement[] {
  const { total, withDuration, withResponders } = people;
  if (total === null || withDuration < minForFigures) return [];
  // With an assumed number of responders or an unknown impact of most episodes, the range is too wide to say anything.
  if (2 * withResponders < withDuration || 2 * impact.withDuration < withDuration) return [];
  const assumed =
    withResponders < withDuration
      ? ` The number of responders is assumed for ${formatCount(withDuration - withResponders, 'episode')}.`
      : '';
  return [
    createStatement(
      `The episodes since ${formatMonth(since)} took an estimated ${formatHourRange(total)} engineer-hours${formatKnown(withDuration, episodes)}, including follow-up work and interruptions.${assumed}`,
    ),
  ];
}

function formatHourRange({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [formatNumber(low), formatNumber(high)];
  return from === to ? from : `${from}–${to}`;
}
