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
  /** The owning teams according to the repositories' files. */
  readonly owners: readonly string[];
  /** The base URL of Refrain without a trailing slash. */
  readonly publicUrl: string | null;
  /** Ids that the pattern may have had in another installation, unused by any pattern here. */
  readonly lostIds: readonly string[];
}

/**
 * Renders the issue of a pattern for a team: what recurs, what to change, and the evidence. External text is escaped:
 * it formats nothing, notifies nobody and leaves no note in linked threads. Equal content gives equal text.
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
    // A trend that cannot be determined is omitted.
    quoteSection(sections.get('trend'), 1, /^It is /u),
    quoteSection(sections.get('cost'), 3, /people’s time|hours of impact|lasted/u),
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

/** Returns the unique marker of an issue. A follow-up issue is identified by its predecessor. */
function markerOf(patternId: string, previousIssueUrl: string | null): string {
  const before = /\/(\d+)$/u.exec(previousIssueUrl ?? '')?.[1];
  return before === undefined ? `pattern-${patternId}` : `pattern-${patternId}-after-${before}`;
}

function summarise({ pattern }: PatternReport, owners: readonly string[]): string {
  const { kinds, episodes, firstAt, lastAt, cause, trigger, services } = pattern;
  const counts = [
    [kinds.incident, 'incident'],
    [kinds.failed_deployment, 'failed deployment'],
    [kinds.reverted_change, 'reverted change'],
  ] as const;
  const parts = counts.flatMap(([count, noun]) => (count === 0 ? [] : [formatCount(count, noun)]));
  const names = (all: readonly string[]) =>
    all
      .slice(0, maxScopes)
      .map((name) => inlineCode(name, 80))
      .filter((name) => name !== '');
  return [
    // Omit the name of the pattern: it may differ from the issue's title, and two names would confuse.
    `${formatCount(episodes, 'episode')} from ${formatDay(firstAt)} to ${formatDay(lastAt)} (${formatList(parts)}).`,
    cause === 'unknown' ? '' : `Cause: ${formatTerm(cause)}.`,
    trigger === 'unknown' ? '' : `Trigger: ${formatTerm(trigger)}.`,
    services.length === 0 ? '' : `Services: ${names(services).join(', ')}.`,
    owners.length === 0 ? '' : `Owned by ${names(owners).join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Quotes the first sentences of a report section that match. */
function quoteSection(section: ReportSection | undefined, limit: number, matching = /./u): string {
  const texts = (section?.statements ?? []).map(({ text }) => text).filter((text) => matching.test(text));
  return texts
    .slice(0, limit)
    .map((text) => escapeMarkdown(text, 600))
    .join(' ');
}

/** Describes earlier guardrails for this pattern and their outcomes. */
function describeEarlier({ choice }: PatternReport): string[] {
  const outcomes = listOutcomes(choice ?? null).slice(0, maxOutcomes);
  return outcomes.length === 0 ? [] : ['### What was tried before', escapeMarkdown(outcomes.join(' '), 3_000)];
}
