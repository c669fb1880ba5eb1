import type { Improvement, ImprovementIssue, ImprovementPolicy, PatternReport, ReportSection } from '@refrain/domain';
import { formatCount, formatDay, formatList, formatTerm } from '../../text/format.ts';
import { escapeMarkdown, inlineCode, plainTitle } from '../document/escape-markdown.ts';
import { listOutcomes } from '../sections/describe-tried.ts';
import { describeAnswers, issueLabels } from './issue-answers.ts';
import { listEvidence } from './issue-evidence.ts';
import { describeChange } from './issue-guardrail.ts';
import { describeOutlook } from './issue-outlook.ts';

const titleLength = 200;
const maxScopes = 10;
const maxOutcomes = 5;

export interface IssueContent {
  readonly improvement: Pick<Improvement, 'issueNumber' | 'title' | 'note' | 'guardrailId' | 'previousIssueUrl'> & {
    readonly repository: string;
  };
  readonly report: PatternReport;
  readonly policy: ImprovementPolicy;
  /** Teams that own where it happens, as the repositories' files name them. */
  readonly owners: readonly string[];
  /** Where people open Refrain, without a slash at its end. */
  readonly publicUrl: string | null;
  /** Ids with which the pattern may have been born before, and that no pattern is known to have here. */
  readonly lostIds: readonly string[];
}

/**
 * The issue of a pattern, for the team that gets it: what keeps happening, what to change, what that rests on. Everything that
 * was taken in from outside is inert in it: it formats nothing, notifies no one, and leaves no note in the threads that it
 * names. The same content gives the same text.
 */
export function renderIssue({
  improvement,
  report,
  policy,
  owners,
  publicUrl,
  lostIds,
}: IssueContent): ImprovementIssue {
  const { pattern, choice = null, document } = report;
  const page = publicUrl === null ? null : `${publicUrl}/patterns/${encodeURIComponent(pattern.id)}`;
  const sections = new Map(document?.sections.map((section) => [section.id, section]));
  const body = [
    ...(improvement.note === null ? [] : [improvement.note]),
    ...(improvement.previousIssueUrl === null
      ? []
      : [`The fix of an earlier issue for this pattern did not last: ${improvement.previousIssueUrl}`]),
    `**${escapeMarkdown(pattern.lesson, 2_000)}**`,
    '### What keeps happening',
    summarise(report, owners),
    // That nothing can be told of its pace helps nobody here.
    tell(sections.get('trend'), 1, /^It is /u),
    tell(sections.get('cost'), 3, /people’s time|hours of impact|lasted/u),
    '### What to change',
    ...describeChange(choice, improvement.guardrailId),
    '### Evidence',
    ...listEvidence(report),
    ...(page === null ? [] : [`Everything behind it, with each failure and link: [the report in Refrain](${page}).`]),
    '### If nothing changes',
    describeOutlook(report.measurement?.forecast ?? null),
    ...describeEarlier(report),
    '### How to answer',
    describeAnswers(policy, page),
  ];
  return {
    repository: improvement.repository,
    number: improvement.issueNumber,
    marker: markerOf(pattern.id, improvement.previousIssueUrl),
    earlierMarkers: lostIds.map((id) => markerOf(id, improvement.previousIssueUrl)),
    title: plainTitle(improvement.title, titleLength),
    ...issueLabels(policy),
    body: body.filter((part) => part !== '').join('\n\n'),
  };
}

/** Unique to an issue: one that follows another is found by what it follows. */
function markerOf(patternId: string, previousIssueUrl: string | null): string {
  const before = /\/(\d+)$/u.exec(previousIssueUrl ?? '')?.[1];
  return before === undefined ? `pattern-${patternId}` : `pattern-${patternId}-after-${before}`;
}

function summarise({ pattern }: PatternReport, owners: readonly string[]): string {
  const { kinds, episodes, firstAt, lastAt, cause, trigger, services } = pattern;
  const told = [
    [kinds.incident, 'incident'],
    [kinds.failed_deployment, 'failed deployment'],
    [kinds.reverted_change, 'reverted change'],
  ] as const;
  const parts = told.flatMap(([count, noun]) => (count === 0 ? [] : [formatCount(count, noun)]));
  const names = (all: readonly string[]) =>
    all
      .slice(0, maxScopes)
      .map((name) => inlineCode(name, 80))
      .filter((name) => name !== '');
  return [
    // The name of the pattern may have changed since the issue got its title: two names for one thing would confuse.
    `${formatCount(episodes, 'episode')} from ${formatDay(firstAt)} to ${formatDay(lastAt)} (${formatList(parts)}).`,
    cause === 'unknown' ? '' : `Cause: ${formatTerm(cause)}.`,
    trigger === 'unknown' ? '' : `Trigger: ${formatTerm(trigger)}.`,
    services.length === 0 ? '' : `Services: ${names(services).join(', ')}.`,
    owners.length === 0 ? '' : `Owned by ${names(owners).join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The first sentences of a section of the report, or the first that say something of a kind. */
function tell(section: ReportSection | undefined, most: number, wanted = /./u): string {
  const texts = (section?.statements ?? []).map(({ text }) => text).filter((text) => wanted.test(text));
  return texts
    .slice(0, most)
    .map((text) => escapeMarkdown(text, 600))
    .join(' ');
}

/** What was put in place for this pattern before, and what came of it. */
function describeEarlier({ choice }: PatternReport): string[] {
  const outcomes = listOutcomes(choice ?? null).slice(0, maxOutcomes);
  return outcomes.length === 0 ? [] : ['### What was tried before', escapeMarkdown(outcomes.join(' '), 3_000)];
}
