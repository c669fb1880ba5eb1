import { escapeMarkdown } from '@refrain/analysis';
import type { ImprovementIssue, PatternReport, ReportLink, ReportMember } from '@refrain/domain';
import { inertCode, inertTitle } from './inert-code.ts';
import { nextStepFor } from './next-step.ts';

/** Episodes that are listed; the others are counted. */
const mostEpisodes = 20;
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
    title: inertTitle(title, titleLength),
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
  const services = pattern.services.slice(0, 10).map((service) => inertCode(service, 80));
  return [
    `${count(pattern.episodes, 'episode')} from ${day(pattern.firstAt)} to ${day(pattern.lastAt)} (${kinds.join(', ')}).`,
    `Cause: ${words(pattern.cause)}. Trigger: ${words(pattern.trigger)}.`,
    services.length === 0 ? '' : `Services: ${services.join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function evidence({ members, links }: PatternReport): string[] {
  const episodes = new Map<string, ReportMember[]>();
  for (const member of [...members].sort(newestFirst)) {
    episodes.set(member.episodeId, [...(episodes.get(member.episodeId) ?? []), member]);
  }
  const shown = [...episodes.values()].slice(0, mostEpisodes);
  const lines = shown.flatMap((own) => own.map((member, place) => memberLine(member, place > 0, links)));
  const hidden = episodes.size - shown.length;
  return [lines.join('\n'), hidden > 0 ? `… and ${count(hidden, 'earlier episode')}.` : ''];
}

function memberLine(member: ReportMember, isFurther: boolean, links: readonly ReportLink[]): string {
  const indent = isFurther ? '  ' : '';
  const place = [member.repository, ...member.services].filter((name) => name !== null && name !== '');
  const parts = [
    `${indent}- ${day(member.occurredAt)} ${words(member.kind)}: ${inertCode(member.title, lineLength)}`,
    place.length === 0
      ? ''
      : `in ${place
          .slice(0, 3)
          .map((name) => inertCode(name ?? '', 100))
          .join(', ')}`,
    address(member.url),
  ];
  const linked = links
    .filter(({ failureId, type }) => failureId === member.failureId && type !== 'same_episode')
    .slice(0, 3)
    .map(
      (link) =>
        `${indent}  - ${words(link.type)} ${[inertCode(link.targetTitle, lineLength), address(link.targetUrl)].filter((part) => part !== '').join(' ')}`,
    );
  return [parts.filter((part) => part !== '').join(' '), ...linked].join('\n');
}

/** As code: a plain address of an issue or a commit would leave a note there each time that this text changes. */
function address(url: string | null): string {
  return url !== null && /^https?:\/\//u.test(url) && URL.canParse(url) ? inertCode(new URL(url).href, 500) : '';
}

function howToAnswer(patternId: string, publicUrl: string | null): string {
  const where =
    publicUrl === null ? 'in Refrain' : `in Refrain: ${inertCode(`${publicUrl}/patterns/${patternId}`, 500)}`;
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
