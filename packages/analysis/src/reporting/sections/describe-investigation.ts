import type { PatternReport, Statement } from '@refrain/domain';
import { isQuotable } from '../../blameless/is-quotable.ts';
import { groupBy } from '../../collections/group-by.ts';
import { seasonLabels } from '../../guardrails/describe-guardrail-evidence.ts';
import { findSeasons } from '../../guardrails/find-seasons.ts';
import { formatCount } from '../../text/format.ts';
import { createLabelledStatement } from '../document/section.ts';
import { listProbableCauses } from './describe-linked-causes.ts';
import { isFixedForward } from './describe-resolving-changes.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

type Investigated = Pick<PatternReport, 'pattern' | 'members' | 'links'> & { readonly map?: PatternReport['map'] };

/** Returns whether the report says why the failures happen: by a mechanism, a quotation, or a change that caused an episode. */
export function isCauseStated({ pattern, members, links }: Investigated): boolean {
  return (
    (pattern.scenario?.mechanism ?? null) !== null ||
    members.some(({ statedRootCause }) => statedRootCause !== undefined && isQuotable(statedRootCause.quote)) ||
    listProbableCauses({ members, links }).length > 0
  );
}

/** Says what an investigation must find out, and what the episodes have in common that may help. */
export function describeInvestigation(report: Investigated, refs: ReportSourceRefs): Statement[] {
  return [createLabelledStatement('To find out', askFor(report, refs)), ...listLeads(report, refs)];
}

function askFor(report: Investigated, { all }: ReportSourceRefs): string {
  const { services } = report.pattern;
  if (!isCauseStated(report))
    return `Why does it happen? Refrain recognised no root cause in the reports of ${formatCount(all.length, 'episode')}.`;
  if (isFixedForward(report))
    return `Does the change that resolved the last episode prevent the next one${services.length > 1 ? `, in all ${services.length} services` : ''}?`;
  return 'Which change would prevent the next episode? No guardrail of the library fits the causes that the reports state.';
}

function listLeads({ members, map }: Investigated, refs: ReportSourceRefs): Statement[] {
  const places = (map?.cells ?? []).flatMap(({ service, repository, standsOut, episodeIds }) => {
    const place = service ?? repository;
    return standsOut && place !== null ? [{ text: `were in ${place}, more than elsewhere`, episodeIds }] : [];
  });
  const seasons = [...findSeasons(listStarts(members))].map(([season, episodes]) => ({
    text: `began ${seasonLabels[season]}`,
    episodeIds: episodes.map(({ id }) => id),
  }));
  return [...places, ...seasons].map(({ text, episodeIds }) => {
    const own = refs.ofEpisodes(episodeIds);
    return createLabelledStatement('Lead', `${own.length} of ${formatCount(refs.all.length, 'episode')} ${text}.`, own);
  });
}

/** Lists the beginning of each episode. @param members in chronological order */
function listStarts(members: PatternReport['members']) {
  return [...groupBy(members, ({ episodeId }) => [episodeId])].flatMap(([id, [first]]) =>
    first === undefined ? [] : [{ id, startedAt: first.occurredAt, precision: first.precision }],
  );
}
