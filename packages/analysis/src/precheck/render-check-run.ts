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
    'Changes like this one have caused failures before. This change may be fine. The check never blocks a merge; it only shows what those failures taught.',
    ...(report === null ? [] : [`**${escapeMarkdown(report.pattern.lesson, 2_000)}**`]),
    '### Why this check appears',
    finding.explanation.map((sentence) => `- ${escapeMarkdown(sentence, 600)}`).join('\n'),
    ...describeGuard(report),
    ...(failures.length === 0
      ? []
      : ['### Earlier failures', failures.slice(0, maxFailures).map(formatFailure).join('\n')]),
    ...(page === null ? [] : [`[Open the pattern report in Refrain](${page}).`]),
    'If this does not help, press **Not helpful**. Refrain will then hide the check on this pull request and show similar checks less often.',
  ].join('\n\n');
  return { title: titleOf(finding, report), summary, detailsUrl: page };
}

export function renderDismissedCheckRun(): Pick<PullCheckContent, 'title' | 'summary'> {
  return {
    title: 'Marked as not helpful',
    summary:
      'Thank you. Refrain will show nothing more on this pull request. If someone marks the same pattern in this repository as not helpful again, Refrain will stop showing it there.',
  };
}

function titleOf({ recentEpisodes, failureIds }: PrecheckFinding, report: PatternReport | null): string {
  if (report === null) return `Resembles a change that caused ${formatCount(failureIds.length, 'failure')}`;
  const often = recentEpisodes === 0 ? '' : ` (${formatCount(recentEpisodes, 'episode')} in 90 days)`;
  return `Resembles changes that caused “${escapeIssueTitle(report.pattern.name, titleLength)}”${often}`;
}

function describeGuard(report: PatternReport | null): string[] {
  const guardrail = report?.choice?.recommendations[0]?.guardrail;
  return guardrail === undefined ? [] : ['### Recommended fix', ...describeGuardrail(guardrail)];
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
