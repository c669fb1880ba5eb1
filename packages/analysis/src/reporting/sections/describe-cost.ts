import type { Cost, ReportSection, Statement } from '@refrain/domain';
import { formatCount } from '../../text/format.ts';
import { formatRounded } from '../../text/format-number.ts';
import { createDetailSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

export function describeCost(cost: Cost | null, refs: ReportSourceRefs): ReportSection {
  const title = 'Cost';
  if (cost === null) return createDetailSection('cost', title, []);
  return createDetailSection('cost', title, [
    ...describeImpact(cost, refs),
    ...describePages(cost, refs),
    ...describePeople(cost, refs),
  ]);
}

function describeImpact({ impact }: Cost, refs: ReportSourceRefs): Statement[] {
  const { total, median, high, withDuration, episodes } = impact;
  if (median === null) return [];
  if (withDuration === 1)
    return [createStatement(`${formatRounded(total)} hours${formatKnown(1, episodes)}.`, refs.all)];
  const long = high === null ? '' : `, 90th percentile ${formatRounded(high)} hours`;
  return [
    createStatement(
      `Median duration ${formatRounded(median)} hours${long}; ${formatRounded(total)} hours in total${formatKnown(withDuration, episodes)}.`,
      refs.all,
      'Counts the duration that a report states, or else the hours in which an incident or failed deployment was open. One long episode may account for most of the total.',
    ),
  ];
}

/** Says for how many episodes a figure is known; empty if for all. */
function formatKnown(known: number, episodes: number): string {
  return known === episodes ? '' : ` (known for ${known} of ${formatCount(episodes, 'episode')})`;
}

function describePages({ pages, settings }: Cost, refs: ReportSourceRefs): Statement[] {
  const { all, outOfHours } = pages;
  if (all.count === 0) return [];
  return [
    createStatement(
      `${formatCount(all.count, 'incident')} paged someone, ${outOfHours.count} of them out of hours.`,
      refs.ofFailures(all.failureIds),
      `Out of hours is before ${settings.workday.from}:00, from ${settings.workday.until}:00 on, and on weekends (${settings.timeZone}).`,
    ),
  ];
}

function describePeople({ people, episodes }: Cost, refs: ReportSourceRefs): Statement[] {
  const { total, withDuration, withResponders } = people;
  // With an assumed number of responders everywhere, the range is too wide to say anything.
  if (total === null || withResponders === 0) return [];
  const assumed =
    withResponders < withDuration ? `, with an assumed number of responders for ${withDuration - withResponders}` : '';
  return [
    createStatement(
      `${formatHourRange(total)} engineer-hours${formatKnown(withDuration, episodes)}${assumed}.`,
      refs.all,
    ),
  ];
}

function formatHourRange({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [formatRounded(low), formatRounded(high)];
  return from === to ? from : `${from}–${to}`;
}
