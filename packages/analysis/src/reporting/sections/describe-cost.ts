import type { Cost, ReportSection, Statement } from '@refrain/domain';
import { formatCount, formatEpisodeFraction, formatNumberRange } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';
import { createSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

export function describeCost(cost: Cost | null, refs: ReportSourceRefs): ReportSection {
  const title = 'What it costs';
  if (cost === null) return createSection('cost', title, [createStatement('What it costs was not reckoned yet.')]);
  return createSection(
    'cost',
    title,
    [
      ...describeImpact(cost, refs),
      ...describePages(cost, refs),
      ...describePeople(cost, refs),
      describeAvoided(cost, refs),
    ],
    {
      table: {
        columns: ['assumption', 'from', 'to', 'by'],
        rows: cost.assumptions.map(({ label, range, source }) => [
          label,
          formatNumber(range.low),
          formatNumber(range.high),
          source,
        ]),
      },
    },
  );
}

function describeImpact({ impact }: Cost, refs: ReportSourceRefs): Statement[] {
  const { total, median, high, withDuration: known, episodes } = impact;
  if (median === null)
    return [
      createStatement(`Of none of ${formatCount(episodes, 'episode')} it is known how long it lasted.`, refs.all),
    ];
  const long = high === null ? '' : `, nine of ten ${formatNumber(high)}`;
  return [
    createStatement(
      `Half of its episodes lasted ${formatCount(Number(formatNumber(median)), 'hour')} at most${long}; ${formatNumber(total)} hours over ${formatEpisodeFraction(known, episodes)}.`,
      refs.all,
      'Hours in which at least one of its incidents or failed deployments was on. One long episode may be most of the sum.',
    ),
  ];
}

function describePages({ pages, settings }: Cost, refs: ReportSourceRefs): Statement[] {
  const { all, outOfHours, unknownUrgency } = pages;
  const unknown =
    unknownUrgency === 0 ? '' : ` Of ${formatCount(unknownUrgency, 'incident')} nothing tells whether they paged.`;
  if (all.count === 0) return [createStatement(`None of its incidents is known to have paged.${unknown}`, refs.all)];
  return [
    createStatement(
      `${formatCount(all.count, 'incident')} paged, ${outOfHours.count} of them out of hours.${unknown}`,
      refs.ofFailures(all.failureIds),
      `Out of hours is before ${settings.workday.from} and from ${settings.workday.until} on, and on weekends, by the clock of ${settings.timeZone}.`,
    ),
  ];
}

function describePeople({ people, episodes }: Cost, refs: ReportSourceRefs): Statement[] {
  const { total, withDuration: known, withResponders, parts } = people;
  if (total === null) return [createStatement('How much of people’s time it took is not known.', refs.all)];
  return [
    createStatement(
      `It took ${formatNumberRange(total)} hours of people’s time over ${formatEpisodeFraction(known, episodes)}.`,
      refs.all,
      `${parts.map(({ computation, hours }) => `${computation}: ${formatNumberRange(hours)} hours`).join('; ')}. ${withResponders === known ? 'How many people worked on it is known of all of them.' : `How many people worked on it is known of ${withResponders} of them, and assumed of the others.`}`,
    ),
  ];
}

function describeAvoided({ avoided }: Cost, refs: ReportSourceRefs): Statement {
  const { peopleHours, impactHours } = avoided;
  const worth = [
    ...(peopleHours === null ? [] : [`${formatNumberRange(peopleHours)} hours of people’s time`]),
    ...(impactHours === null ? [] : [`${formatNumber(impactHours)} hours of impact`]),
  ];
  return createStatement(
    worth.length === 0
      ? 'What one avoided episode is worth is not known.'
      : `One avoided episode is worth ${worth.join(' and ')}.`,
    refs.all,
    worth.length === 0 ? null : 'What an episode in the middle took: half took less, half took more.',
  );
}
