import type { Cost, ReportSection, Statement } from '@refrain/domain';
import { formatCount } from '../../text/format.ts';
import { formatRounded } from '../../text/format-number.ts';
import { createDetailSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

export function describeCost(cost: Cost | null, refs: ReportSourceRefs): ReportSection {
  const statements = cost === null ? [] : [...describePages(cost, refs), ...describePeople(cost, refs)];
  return createDetailSection('cost', 'Cost', statements);
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
