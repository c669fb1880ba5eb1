import { escapeMarkdown, inlineCode, plainTitle } from '@refrain/analysis';
import type { ImprovementIssue, LinkType, PatternReport, ReportLink, ReportMember } from '@refrain/domain';
import { nextStepFor } from './next-step.ts';

/** Episodes that are listed; the others are counted. */
const mostEpisodes = 20;
/** Changes that are named with a failure. */
const mostLinks = 4;
const titleLength = 200;
const lineLength = 160;

export interface IssueContent {
  readonly repository: string;
  /** Of the issue, once it is open. */
  readonly number: number | null;
  readonly title: string;
  readonly label: string;
  readonly report: PatternReport;
  /** Where people open Refrain, without a slash at its end. */
  readonly publicUrl: string | null;
}

/**
 * The issue of a pattern. Everything that was taken in from outside is inert in it: it formats nothing, links nothing,
 * notifies no one. The same content gives the same text.
 */
export function renderIssue({ repository, number, title, label, report, publicUrl }: IssueContent): ImprovementIssue {
  const { pattern } = report;
  const body = [
    '### What keeps happening',
    `**${escapeMarkdown(pattern.name, titleLength)}**`,
    summary(report),
    '### Lesson',
    escapeMarkdown(pattern.lesson, 2_000),
    '### Evidence',
    ...evidence(report),
    '### Recommended next step',
    nextStepFor[pattern.cause],
    '### How to answer',
    howToAnswer(pattern.id, publicUrl),
  ];
  return {
    repository,
    number,
    marker: `pattern-${pattern.id}`,
    title: plainTitle(title, titleLength),
    body: body.filter((part) => part !== '').join('\n\n'),
    labels: [label],
  };
}

function summary({ pattern }: PatternReport): string {
  const kinds = [
    count(pattern.kinds.incident, 'incident'),
    count(pattern.kinds.failed_deployment, 'failed deployment'),
    count(pattern.kinds.reverted_change, 'reverted change'),
  ].filter((part) => part !== '');
  const services = pattern.services.slice(0, 10).map((service) => inlineCode(service, 80));
  return [
    `${count(pattern.episodes, 'episode')} from ${day(pattern.firstAt)} to ${day(pattern.lastAt)} (${kinds.join(', ')}).`,
    pattern.cause === 'unknown' ? '' : `Cause: ${words(pattern.cause)}.`,
    pattern.trigger === 'unknown' ? '' : `Trigger: ${words(pattern.trigger)}.`,
    services.length === 0 ? '' : `Services: ${services.join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Episodes newest first; within one, what happened in the order of time. */
function evidence({ members, links }: PatternReport): string[] {
  const episodes = new Map<string, ReportMember[]>();
  for (const member of [...members].sort(newestFirst)) {
    episodes.set(member.episodeId, [member, ...(episodes.get(member.episodeId) ?? [])]);
  }
  const shown = [...episodes.values()].slice(0, mostEpisodes);
  const lines = shown.flatMap((own) => episodeLines(own, links));
  const hidden = episodes.size - shown.length;
  return [lines.join('\n'), hidden > 0 ? `… and ${count(hidden, 'earlier episode')}.` : ''];
}

/** One failure and, below it, the others of its event. A change that stands behind several of them is named once. */
function episodeLines(members: readonly ReportMember[], links: readonly ReportLink[]): string[] {
  const told = new Set<string>();
  return members.flatMap((member, place) => {
    const indent = place > 0 ? '  ' : '';
    const own = links
      .filter((link) => link.failureId === member.failureId && saysSomethingNew(link, member))
      .filter(({ type, targetId }) => !told.has(`${type} ${targetId}`))
      .sort((a, b) => Number(a.type === 'ended_by') - Number(b.type === 'ended_by'))
      .slice(0, mostLinks);
    for (const { type, targetId } of own) told.add(`${type} ${targetId}`);
    return [`${indent}- ${memberText(member)}`, ...own.map((link) => `${indent}  - ${linkText(link)}`)];
  });
}

/** That a reverted change was caused by the change itself goes without saying. */
function saysSomethingNew({ type, targetTitle }: ReportLink, member: ReportMember): boolean {
  if (type === 'same_episode') return false;
  return type === 'ended_by' || member.kind !== 'reverted_change' || targetTitle !== member.title;
}

function memberText({ occurredAt, kind, title, repository, services, url }: ReportMember): string {
  const places = [repository, ...services].filter((name) => name !== null).map((name) => inlineCode(name, 100));
  const where = places.filter((place) => place !== '').slice(0, 3);
  return joined([
    `${day(occurredAt)} ${words(kind)}: ${inlineCode(title, lineLength)}`,
    where.length === 0 ? '' : `in ${where.join(', ')}`,
    address(url),
  ]);
}

function linkText({ type, targetTitle, targetUrl }: ReportLink): string {
  return joined([`${linkWords[type]} ${inlineCode(targetTitle, lineLength)}`, address(targetUrl)]);
}

const linkWords: Readonly<Record<LinkType, string>> = {
  caused_by: 'probably caused by',
  ended_by: 'probably ended by',
  shipped_by: 'shipped by',
  same_episode: 'same event as',
};

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** As code: a plain address of an issue or a commit would leave a note there each time that this text changes. */
function address(url: string | null): string {
  const isWeb = url !== null && /^https?:\/\//u.test(url) && URL.canParse(url);
  return isWeb ? `(${inlineCode(new URL(url).href, 500)})` : '';
}

function howToAnswer(patternId: string, publicUrl: string | null): string {
  const where =
    publicUrl === null ? 'in Refrain' : `in Refrain: ${inlineCode(`${publicUrl}/patterns/${patternId}`, 500)}`;
  return [
    '- Useful: assign it, change title and labels as you like, and write above or below this section. Refrain renews this section only.',
    '- Done: close it as completed.',
    '- Not worth it: close it as not planned. Refrain opens no second issue for the same pattern.',
    `- Wrong grouping, cause or link: correct it ${where}. A correction binds every later run.`,
  ].join('\n');
}

function newestFirst(a: ReportMember, b: ReportMember): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt > b.occurredAt ? -1 : 1;
  return a.failureId < b.failureId ? -1 : 1;
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function day(instant: string): string {
  return instant.slice(0, 10);
}

function words(term: string): string {
  return term.replaceAll('_', ' ');
}
