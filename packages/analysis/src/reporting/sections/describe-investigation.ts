import type { Guardrail, PatternReport, Statement } from '@refrain/domain';
import { isQuotable } from '../../blameless/is-quotable.ts';
import { groupBy } from '../../collections/group-by.ts';
import { minWellPrevented } from '../../guardrails/estimate-guardrail-fit.ts';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { midpointOfSpan } from '../../guardrails/midpoint-of-span.ts';
import { findMechanism } from '../../mechanisms/find-mechanisms.ts';
import { capitalise, decapitalise, formatCount, formatList, formatPartOfEpisodes } from '../../text/format.ts';
import { createLabelledStatement } from '../document/section.ts';
import { listProbableCauses } from './describe-linked-causes.ts';
import { findOutstandingCell } from './describe-location-map.ts';
import { findForwardFix } from './describe-resolving-changes.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

type Investigated = Pick<PatternReport, 'pattern' | 'members' | 'links'> & { readonly map?: PatternReport['map'] };

/** Returns whether the report says why the failures happen: by a shared mechanism, a quotation, or a change that caused an episode. */
export function isCauseStated({ pattern, members, links }: Investigated): boolean {
  return (
    pattern.mechanism !== undefined ||
    members.some(({ statedRootCause }) => statedRootCause !== undefined && isQuotable(statedRootCause.quote)) ||
    listProbableCauses({ members, links }).length > 0
  );
}

/** Says what an investigation must find out, which fixes it may consider, and what the episodes have in common that may help. */
export function describeInvestigation(report: Investigated, refs: ReportSourceRefs): Statement[] {
  const candidates = listCandidates(report, refs);
  return [...(candidates.length > 0 ? candidates : listQuestions(report, refs)), ...listLeads(report, refs)];
}

function listQuestions(report: Investigated, refs: ReportSourceRefs): Statement[] {
  const question = chooseQuestion(report, refs);
  return question === null ? [] : [createLabelledStatement('To find out', question)];
}

/** Asks for the root cause if none is known, or whether the last fix is enough; null if neither applies. */
function chooseQuestion(report: Investigated, { all }: ReportSourceRefs): string | null {
  const { services, scenario } = report.pattern;
  if (scenario?.likelyMechanism === undefined && !isCauseStated(report))
    return `Why does it happen? The reports of ${formatCount(all.length, 'episode')} state no root cause that Refrain recognises.`;
  const fix = findForwardFix(report);
  if (fix === null) return null;
  return `Does “${fix.targetTitle}”, which resolved the last episode, prevent the next one${services.length > 1 ? ` in all ${services.length} services` : ''}?`;
}

/** Names the fixes that prevent most failures by the likely mechanism, or by the one that most of several episodes state. */
function listCandidates({ pattern, members }: Investigated, refs: ReportSourceRefs): Statement[] {
  const { likelyMechanism } = pattern.scenario ?? {};
  if (likelyMechanism !== undefined)
    return nameFixes(likelyMechanism).map((names) =>
      createLabelledStatement('Consider', `${names}, once the likely cause is confirmed.`),
    );
  const stating = members.filter(({ statedMechanism }) => statedMechanism !== undefined);
  const byMechanism = groupBy(stating, ({ statedMechanism: stated }) =>
    stated === undefined ? [] : [stated.mechanism],
  );
  const [most] = [...byMechanism]
    .map(([mechanism, own]) => ({ mechanism, episodes: refs.ofFailures(own.map(({ failureId }) => failureId)) }))
    .filter(({ episodes }) => episodes.length > 1)
    .sort((a, b) => b.episodes.length - a.episodes.length);
  if (most === undefined) return [];
  const { mechanism, episodes } = most;
  const count = formatPartOfEpisodes(episodes.length, refs.all.length);
  return nameFixes(mechanism).map((names) =>
    createLabelledStatement(
      'Consider',
      `${names}, because ${count} state the mechanism “${decapitalise(mechanism)}”.`,
      episodes,
    ),
  );
}

/** Names the one or two fixes that prevent most failures by a mechanism; empty if none prevents many. */
function nameFixes(mechanism: string): string[] {
  const id = findMechanism(mechanism)?.id;
  if (id === undefined) return [];
  const shareOf = ({ prevents }: Guardrail) =>
    Math.max(0, ...prevents.flatMap(({ mechanisms, share }) => (mechanisms.includes(id) ? midpointOfSpan(share) : [])));
  const [first, second] = guardrailLibrary
    .filter((guardrail) => shareOf(guardrail) >= minWellPrevented)
    .sort((a, b) => shareOf(b) - shareOf(a));
  if (first === undefined) return [];
  return [formatList(second === undefined ? [first.name] : [first.name, decapitalise(second.name)], 'or')];
}

/** Says where most episodes were, unless the summary names the only service already. */
function listLeads({ pattern, map }: Investigated, refs: ReportSourceRefs): Statement[] {
  const outstanding = pattern.services.length < 2 ? null : findOutstandingCell(map?.cells ?? []);
  const place = outstanding?.service ?? outstanding?.repository;
  if (outstanding === null || !place) return [];
  const own = refs.ofEpisodes(outstanding.episodeIds);
  const count = capitalise(formatPartOfEpisodes(own.length, refs.all.length));
  return [createLabelledStatement('Lead', `${count} were in ${place}, more than elsewhere.`, own)];
}
