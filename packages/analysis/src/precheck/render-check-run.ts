import type { Failure, PatternReport, PullCheckContent } from '@refrain/domain';
import { escapeIssueTitle, escapeMarkdown, formatInlineCode } from '../reporting/document/escape-markdown.ts';
import { formatIssueLink } from '../reporting/issues/issue-address.ts';
import { describeGuardrail } from '../reporting/issues/issue-guardrail.ts';
import { formatCount, formatDay, formatEnumValue } from '../text/format.ts';
import type { PrecheckFinding } from './precheck.ts';

const titleLength = 120;
const maxFailures = 5;

export interface CheckRunInput {
  readonly finding: PrecheckFinding;
  /** Latest report of the pattern; null if there is no pattern or no report yet */
  readonly report: PatternReport | null;
  readonly failures: readonly Pick<Failure, 'id' | 'kind' | 'title' | 'occurredAt' | 'url'>[];
  /** Base URL of Refrain without a trailing slash; null if not configured */
  readonly publicUrl: string | null;
}

/** Renders the check run that warns on a pull request, with lesson, evidence and guardrail. Escapes external text. */
export function renderCheckRun({ finding, report, failures, publicUrl }: CheckRunInput): PullCheckContent {
  const page =
    publicUrl === null || report === null ? null : `${publicUrl}/patterns/${encodeURIComponent(report.pattern.id)}`;
  const summary = [
    'Changes like this one were followed by failures before. That says nothing of this one yet: this check never blocks, and stands here so that what was learnt then is at hand now.',
    ...(report === null ? [] : [`**${escapeMarkdown(report.pattern.lesson, 2_000)}**`]),
    '### Why it shows here',
    finding.explanation.map((sentence) => `- ${escapeMarkdown(sentence, 600)}`).join('\n'),
    ...describeGuard(report),
    ...(failures.length === 0
      ? []
      : ['### What happened then', failures.slice(0, maxFailures).map(formatFailure).join('\n')]),
    ...(page === null ? [] : [`Everything behind it: [the pattern in Refrain](${page}).`]),
    'Does this not help? The button **Not helpful** says so: it is not shown on this pull request again, and less of its kind elsewhere.',
  ].join('\n\n');
  return { title: titleOf(finding, report), summary, detailsUrl: page };
}

export function renderDismissedCheckRun(): Pick<PullCheckContent, 'title' | 'summary'> {
  return {
    title: 'Noted: this did not help',
    summary:
      'Thank you. Nothing more is shown on this pull request. Where the same pattern is found unhelpful again in this repository, it is not shown there any more.',
  };
}

function titleOf({ recentEpisodes, failureIds }: PrecheckFinding, report: PatternReport | null): string {
  if (report === null) return `Resembles what ${formatCount(failureIds.length, 'failure')} grew from`;
  const often = recentEpisodes === 0 ? '' : ` (${formatCount(recentEpisodes, 'episode')} in 90 days)`;
  return `Resembles what set off “${escapeIssueTitle(report.pattern.name, titleLength)}”${often}`;
}

function describeGuard(report: PatternReport | null): string[] {
  const guardrail = report?.choice?.recommendations[0]?.guardrail;
  return guardrail === undefined ? [] : ['### What would make it safe', ...describeGuardrail(guardrail)];
}

function formatFailure({ kind, title, occurredAt, url }: CheckRunInput['failures'][number]): string {
  return [
    '-',
    formatDay(occurredAt),
    `${formatEnumValue(kind)}:`,
    formatInlineCode(title, titleLength),
    formatIssueLink(url),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
