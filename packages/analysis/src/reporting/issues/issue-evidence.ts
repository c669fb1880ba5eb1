import type { Effect, LinkType, PatternReport, ReportLink, ReportMember } from '@refrain/domain';
import { findRetriedFailures } from '../../linking/find-retried-failures.ts';
import { isOnlyUnconfirmedRevert, judgeResolutionCertainty } from '../../linking/judge-resolution-certainty.ts';
import { findEpisodeStarts } from '../../metrics/observation/find-episode-starts.ts';
import { formatCount, formatDate, formatEnumValue } from '../../text/format.ts';
import { escapeMarkdown, formatInlineCode } from '../document/escape-markdown.ts';
import { formatIssueLink } from './issue-address.ts';

/** Maximum number of episodes listed; earlier episodes are only counted. */
const maxEpisodes = 12;
const maxLinksPerFailure = 4;
const lineLength = 160;

/** Lists the episodes of a pattern, newest first, each with its failures in chronological order. */
export function listEpisodeEvidence({ members, links }: Pick<PatternReport, 'members' | 'links'>): string[] {
  const episodes = new Map<string, ReportMember[]>();
  for (const member of [...members].sort(newestFirst)) {
    episodes.set(member.episodeId, [member, ...(episodes.get(member.episodeId) ?? [])]);
  }
  const shown = [...episodes.values()].slice(0, maxEpisodes);
  // What was deployed after a retry that succeeded unchanged did not resolve the failure.
  const retried = findRetriedFailures(links);
  const telling = links.filter(({ type, failureId }) => type !== 'resolved_by' || !retried.has(failureId));
  const lines = shown.flatMap((own) => episodeLines(own, telling));
  const hidden = episodes.size - shown.length;
  return [lines.join('\n'), ...(hidden > 0 ? [`… and ${formatCount(hidden, 'earlier episode')}.`] : [])];
}

/** Lists the failures of one episode. Names a change once even if it is linked to several failures. */
function episodeLines(members: readonly ReportMember[], links: readonly ReportLink[]): string[] {
  const listed = new Set<string>();
  return members.flatMap((member, place) => {
    const indent = place > 0 ? '  ' : '';
    const own = links
      .filter((link) => link.failureId === member.failureId && isInformative(link, member))
      .filter(({ type, targetId }) => !listed.has(`${type} ${targetId}`))
      .sort((a, b) => Number(a.type === 'resolved_by') - Number(b.type === 'resolved_by'))
      .slice(0, maxLinksPerFailure);
    for (const { type, targetId } of own) listed.add(`${type} ${targetId}`);
    return [`${indent}- ${memberText(member)}`, ...own.map((link) => `${indent}  - ${linkText(link)}`)];
  });
}

/** Tells whether a link is worth listing. A reverted change's links to itself and its own revert say nothing new. */
function isInformative({ type, targetTitle, isConfirmed }: ReportLink, member: ReportMember): boolean {
  if (type === 'same_episode') return false;
  if (type === 'resolved_by') return !isOnlyUnconfirmedRevert(member.kind, isConfirmed === true);
  return member.kind !== 'reverted_change' || targetTitle !== member.title;
}

/** Shortens commit hashes, because a full hash could push the rest of the title beyond the length limit. */
function shortenShas(title: string): string {
  return title.replace(/\b[\da-f]{40}\b/gu, (sha) => sha.slice(0, 9));
}

function memberText({ occurredAt, precision, kind, title, repository, services, url }: ReportMember): string {
  const places = [repository, ...services].filter((name) => name !== null).map((name) => formatInlineCode(name, 100));
  const where = places.filter((place) => place !== '').slice(0, 3);
  return joined([
    `${formatDate(occurredAt, precision)} ${formatEnumValue(kind)}: ${formatInlineCode(shortenShas(title), lineLength)}`,
    where.length === 0 ? '' : `in ${where.join(', ')}`,
    formatIssueLink(url),
  ]);
}

function linkText({ type, targetTitle, targetUrl, score, isConfirmed }: ReportLink): string {
  const certainty = type === 'resolved_by' ? judgeResolutionCertainty(score, isConfirmed === true) : null;
  const words = certainty === 'possible' ? 'possibly resolved by' : linkLabels[type];
  return joined([`${words} ${formatInlineCode(shortenShas(targetTitle), lineLength)}`, formatIssueLink(targetUrl)]);
}

const linkLabels: Readonly<Record<LinkType, string>> = {
  caused_by: 'probably caused by',
  resolved_by: 'resolved by',
  shipped_by: 'shipped by',
  same_episode: 'same event as',
};

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function newestFirst(a: ReportMember, b: ReportMember): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt > b.occurredAt ? -1 : 1;
  return a.failureId < b.failureId ? -1 : 1;
}

const titles: Readonly<Record<Effect['verdict'], string>> = {
  held: '### The fix held',
  came_back: '### The failure recurred after the fix',
  not_distinguishable: '### The fix had no clear effect',
  too_early: '### It is too early for a verdict',
};

export function describeEffectVerdict({ verdict, explanation }: Pick<Effect, 'verdict' | 'explanation'>): string {
  return [titles[verdict], explanation.map((sentence) => escapeMarkdown(sentence, 600)).join(' ')].join('\n\n');
}

/** Lists the episodes that began since a time; empty if there are none. */
export function describeNewEpisodes(
  { members, links }: Pick<PatternReport, 'members' | 'links'>,
  since: string,
): string {
  const starts = findEpisodeStarts(members);
  const recent = members.filter(({ episodeId }) => (starts.get(episodeId) ?? '') >= since);
  return recent.length === 0 ? '' : ['Since then:', ...listEpisodeEvidence({ members: recent, links })].join('\n\n');
}
