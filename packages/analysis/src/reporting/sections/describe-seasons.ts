import type { PatternReport, Statement } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { seasonLabels } from '../../guardrails/describe-guardrail-evidence.ts';
import { findSeasons } from '../../guardrails/find-seasons.ts';
import { findTimeOfYear } from '../../metrics/trend/find-time-of-year.ts';
import { capitalise, formatDayOfYear, formatPartOfEpisodes } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

/** A time at which fewer episodes began explains too little. */
const minShare = 2 / 3;

/**
 * Says that most episodes began at certain times, such as the end of a month, or in one part of the year.
 * @param members in chronological order
 */
export function describeSeasons(members: PatternReport['members'], refs: ReportSourceRefs): Statement[] {
  const starts = listStarts(members);
  const seasons = [...findSeasons(starts)].map(([season, episodes]) => ({
    when: seasonLabels[season],
    episodeIds: episodes.map(({ id }) => id),
  }));
  const time = findTimeOfYear(starts.map(({ startedAt }) => startedAt));
  const timesOfYear =
    time === null
      ? []
      : [
          {
            when: `between ${formatDayOfYear(time.from)} and ${formatDayOfYear(time.until)}`,
            episodeIds: time.positions.flatMap((position) => starts[position]?.id ?? []),
          },
        ];
  return [...seasons, ...timesOfYear]
    .map(({ when, episodeIds }) => ({ when, own: refs.ofEpisodes(episodeIds) }))
    .filter(({ own }) => own.length >= minShare * refs.all.length)
    .map(({ when, own }) =>
      createStatement(`${capitalise(formatPartOfEpisodes(own.length, refs.all.length))} began ${when}.`, own),
    );
}

/** Lists the beginning of each episode. */
function listStarts(members: PatternReport['members']) {
  return [...groupBy(members, ({ episodeId }) => [episodeId])].flatMap(([id, [first]]) =>
    first === undefined ? [] : [{ id, startedAt: first.occurredAt, precision: first.precision }],
  );
}
