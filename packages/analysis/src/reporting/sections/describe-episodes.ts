import {
  joinQuotationLines,
  type PatternReport,
  type ReportCell,
  type ReportMember,
  type ReportSection,
} from '@refrain/domain';
import { isQuotable } from '../../blameless/is-quotable.ts';
import { groupBy } from '../../collections/group-by.ts';
import { findRetriedFailures } from '../../linking/find-retried-failures.ts';
import type { Remedy } from '../../remedies/remedy.ts';
import { formatDate } from '../../text/format.ts';
import { formatDuration } from '../../text/format-duration.ts';
import { isLogLine } from '../../text/is-log-line.ts';
import { shortenFromFront } from '../../text/shorten-from-front.ts';
import { createSection, dropEmptyColumns } from '../document/section.ts';
import { listProbableCauses } from './describe-linked-causes.ts';
import { findWorstSeverity } from './find-worst-severity.ts';
import {
  createPossibleResolutionFinder,
  findTellingResolution,
  isSure,
  listResolvingLinks,
} from './list-resolution-statements.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

type EpisodesInput = Pick<PatternReport, 'pattern' | 'members' | 'links' | 'asOf' | 'episodeHours'>;

/** Lists the episodes, newest first, with their timeline. */
export function describeEpisodes(
  { pattern, members, links, asOf, episodeHours = {} }: EpisodesInput,
  remediesOf: (failureIds: readonly string[]) => readonly Remedy[],
  refs: ReportSourceRefs,
): ReportSection {
  const causeOf = createCauseFinder({ pattern, members, links }, refs);
  const resolutionOf = createResolutionFinder({ members, links }, remediesOf, refs);
  const rows = [...groupBy(members, ({ episodeId }) => [episodeId])].map(([episodeId, own]): ReportCell[] => {
    const [ref = ''] = refs.ofEpisodes([episodeId]);
    const hours = episodeHours[episodeId];
    return [
      ref,
      formatDate(own[0]?.occurredAt ?? asOf, own[0]?.precision),
      { text: shortenTitle(refs.sources.find((source) => source.ref === ref)?.title ?? ''), ref },
      listPlaces(own),
      hours === undefined ? '' : formatDuration(hours),
      findWorstSeverity(own) ?? '',
      causeOf(own),
      resolutionOf(own),
    ];
  });
  return createSection('episodes', 'Episodes', [], {
    chart: {
      kind: 'timeline',
      title: 'Episodes over time',
      from: pattern.firstAt,
      until: asOf,
      marks: refs.sources.flatMap(({ kind, at, ref, title }) =>
        kind === 'episode' && at !== null ? [{ at, ref, label: title }] : [],
      ),
    },
    table: dropEmptyColumns({
      columns: ['episode', 'date', 'title', 'service', 'duration', 'severity', 'cause', 'resolution'],
      rows: rows.reverse(),
    }),
  });
}

/** Matches what the titles of failed deployments have in common, so that the reason has room in the cell. */
const deploymentOpening = /^Deployment of \S+ (?:to (\S+) )?failed: (?=\S)/u;

/** A longer title does not fit into a cell. */
const maxTitleLength = 100;

/** Omits from the title of a failed deployment what others share too, and then its beginning: its end gives the reason. */
function shortenTitle(title: string): string {
  const opening = deploymentOpening.exec(title);
  if (opening === null) return title;
  const [{ length }, environment] = opening;
  const place = environment === undefined ? '' : `${environment}: `;
  return `${place}${shortenFromFront(title.slice(length), Math.max(maxTitleLength / 2, maxTitleLength - place.length))}`;
}

/** Lists the services or, if none is known, the repositories. */
function listPlaces(members: readonly ReportMember[]): string {
  const services = members.flatMap((member) => member.services);
  const places = services.length > 0 ? services : members.flatMap(({ repository }) => repository ?? []);
  return [...new Set(places)].join(', ');
}

/**
 * Returns a function that names the cause of an episode: the mechanism that its text states, or in quotation marks the title of the change
 * that probably caused it; otherwise quotes what its text states. An episode that the report counts for the mechanism of the pattern
 * states it. If failed deployments share a mechanism, such as an expired credential, only a confirmed change is the cause of one.
 */
function createCauseFinder(
  { pattern: { mechanism, scenario }, ...linked }: Pick<PatternReport, 'pattern' | 'members' | 'links'>,
  refs: ReportSourceRefs,
): (members: readonly ReportMember[]) => ReportCell {
  const counted = new Set(refs.ofFailures(scenario?.mechanismFailureIds ?? []));
  const causesOf = groupBy(listProbableCauses(linked), ({ failureId }) => [failureId]);
  return (members) => {
    const isCounted = refs.ofFailures(members.map(({ failureId }) => failureId)).some((one) => counted.has(one));
    const own = members.find(({ statedMechanism }) => statedMechanism !== undefined)?.statedMechanism?.mechanism;
    const likely = scenario?.likelyMechanism;
    const counting = mechanism ?? own ?? (likely === undefined ? undefined : `${likely} (likely)`);
    const stated = isCounted ? counting : own;
    const isDeployment = members.every(({ kind }) => kind === 'failed_deployment');
    const [change] = members
      .flatMap(({ failureId }) => causesOf.get(failureId) ?? [])
      .filter(({ isConfirmed }) => isConfirmed === true || !isDeployment || counting === undefined);
    const ref = change === undefined ? null : refs.ofChange(change.targetId);
    if (change !== undefined && ref !== null) return { text: stated ?? `“${change.targetTitle}”`, ref };
    return stated ?? quoteShort(members, ({ statedRootCause }) => statedRootCause);
  };
}

/**
 * Returns a function that names the remedies of an episode, with the change that certainly resolved it as their source; otherwise quotes
 * what its text states, or names the change that possibly resolved it.
 */
function createResolutionFinder(
  linked: Pick<PatternReport, 'members' | 'links'>,
  remediesOf: (failureIds: readonly string[]) => readonly Remedy[],
  refs: ReportSourceRefs,
): (members: readonly ReportMember[]) => ReportCell {
  const changesOf = groupBy(listResolvingLinks(linked).filter(isSure), ({ failureId }) => [failureId]);
  const retried = findRetriedFailures(linked.links);
  const findPossible = createPossibleResolutionFinder(linked);
  const namePossible = (members: readonly ReportMember[]): ReportCell => {
    const possible = findPossible(members);
    const ref = possible === null ? null : refs.ofChange(possible.targetId);
    return possible === null || ref === null ? '' : { text: `possibly “${possible.targetTitle}”`, ref };
  };
  return (members) => {
    const failureIds = members.map(({ failureId }) => failureId);
    const text = remediesOf(failureIds)
      .filter(({ id }) => id !== 'later-change')
      .map(({ name }) => name)
      .join(', ');
    const links = failureIds.flatMap((id) => changesOf.get(id) ?? []);
    const [ref] = refs.ofChanges(links);
    const [change] = links.filter(({ targetId }) => refs.ofChange(targetId) === ref);
    if (ref !== undefined && change !== undefined) return { text: text || `“${change.targetTitle}”`, ref };
    if (text !== '') return text;
    if (failureIds.some((id) => retried.has(id))) return 'deployed again';
    return quoteShort(members, findTellingResolution) || namePossible(members);
  };
}

/** Longer quotations do not fit into a cell. */
const maxQuotation = 60;

/** Quotes the first passage that a cell has room for; empty without one. Omits lines of logs, which people cannot read at a glance. */
function quoteShort(
  members: readonly ReportMember[],
  read: (member: ReportMember) => ReportMember['statedResolution'],
): string {
  const quotes = members.flatMap((member) => read(member)?.quote ?? []);
  const short = quotes
    .filter((quote) => isQuotable(quote) && !isLogLine(quote))
    .map(joinQuotationLines)
    .find(({ length }) => length <= maxQuotation);
  return short === undefined ? '' : `“${short}”`;
}
