import type {
  Improvement,
  ImprovementIssue,
  ImprovementLabel,
  ImprovementPolicy,
  PatternReport,
  ReportSection,
} from '@refrain/domain';
import { formatCount, formatDay, formatEnumValue, formatList } from '../../text/format.ts';
import { escapeIssueTitle, escapeMarkdown, formatInlineCode } from '../document/escape-markdown.ts';
import { describeGuardrailOutcomes } from '../sections/describe-tried-guardrails.ts';
import { listEpisodeEvidence } from './issue-evidence.ts';
import { describeProposedGuardrail } from './issue-guardrail.ts';
import { describeIssueForecast } from './issue-outlook.ts';

const titleLength = 200;
const maxScopes = 10;
const maxOutcomes = 5;

export interface IssueContent {
  readonly improvement: Pick<Improvement, 'issueNumber' | 'title' | 'note' | 'guardrailId' | 'previousIssueUrl'> & {
    readonly repository: string;
  };
  readonly report: PatternReport;
  readonly policy: ImprovementPolicy;
  readonly owners: readonly string[];
  /** Base URL of Refrain without a trailing slash; null if not configured */
  readonly publicUrl: string | null;
  /** Ids that the pattern may have had before data was lost; an open issue may still carry one in its marker */
  readonly lostIds: readonly string[];
}

/** Renders an issue. Escapes external text, so that it notifies nobody. Equal content gives equal text. */
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
      : [`The fix of an earlier issue for this pattern did not work: ${improvement.previousIssueUrl}`]),
    `**${escapeMarkdown(pattern.lesson, 2_000)}**`,
    '### Recurring failure',
    summarise(report, owners),
    hasClearTrend(report) ? quoteSection(sections.get('trend'), 1) : '',
    quoteSection(sections.get('cost'), 4),
    '### Recommended fix',
    ...describeProposedGuardrail(choice, improvement.guardrailId),
    '### Evidence',
    ...listEpisodeEvidence(report),
    ...(page === null ? [] : [`The [report in Refrain](${page}) lists all failures and links.`]),
    '### If nothing changes',
    describeIssueForecast(report.measurement?.forecast ?? null),
    ...describeEarlier(report),
    '### How to respond',
    describeAnswerOptions(policy, page),
  ];
  return {
    repository: improvement.repository,
    number: improvement.issueNumber,
    marker: markerOf(pattern.id, improvement.previousIssueUrl),
    earlierMarkers: lostIds.map((id) => markerOf(id, improvement.previousIssueUrl)),
    title: escapeIssueTitle(improvement.title, titleLength),
    ...listIssueLabels(policy),
    body: body.filter((part) => part !== '').join('\n\n'),
  };
}

/** Returns the marker by which Refrain finds an issue again. A follow-up issue's marker names the previous issue. */
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
      .map((name) => formatInlineCode(name, 80))
      .filter((name) => name !== '');
  return [
    // The pattern may have been renamed since the issue got its title, so the text does not repeat the name.
    `${formatCount(episodes, 'episode')} from ${formatDay(firstAt)} to ${formatDay(lastAt)} (${formatList(parts)}).`,
    cause === 'unknown' ? '' : `Cause: ${formatEnumValue(cause)}.`,
    trigger === 'unknown' ? '' : `Trigger: ${formatEnumValue(trigger)}.`,
    services.length === 0 ? '' : `Services: ${names(services).join(', ')}.`,
    owners.length === 0 ? '' : `Owned by ${names(owners).join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function hasClearTrend({ measurement }: PatternReport): boolean {
  const direction = measurement?.trend?.perWeek.direction;
  return direction === 'rising' || direction === 'falling';
}

/** Quotes the first sentences of a section; empty without a section. */
function quoteSection(section: ReportSection | undefined, limit: number): string {
  return (section?.statements ?? [])
    .slice(0, limit)
    .map(({ text }) => escapeMarkdown(text, 600))
    .join(' ');
}

function describeEarlier({ choice }: PatternReport): string[] {
  const outcomes = describeGuardrailOutcomes(choice ?? null).slice(0, maxOutcomes);
  return outcomes.length === 0 ? [] : ['### Earlier fixes', escapeMarkdown(outcomes.join(' '), 3_000)];
}

function listIssueLabels({ label, acceptedLabel, declinedLabel }: ImprovementPolicy): {
  readonly label: ImprovementLabel;
  readonly responseLabels: readonly ImprovementLabel[];
} {
  return {
    label: { name: label, description: 'Systemic fix for a recurring failure' },
    responseLabels: [
      { name: acceptedLabel, description: 'The team accepts this systemic fix' },
      { name: declinedLabel, description: 'Not systemic: the team changes nothing because of this pattern' },
    ],
  };
}

function describeAnswerOptions({ acceptedLabel, declinedLabel }: ImprovementPolicy, page: string | null): string {
  return [
    `- **Accept**: assign the issue, or add the label \`${acceptedLabel}\`. Refer to the issue in the pull request (“Fixes #…”). After its deployment, Refrain measures whether the failure recurs, and reports the result here.`,
    `- **Done without a pull request**: close the issue as completed.`,
    `- **Decline**: close the issue as not planned, or add the label \`${declinedLabel}\`. Refrain proposes the fix again only if the failure becomes clearly more frequent.`,
    `- **Snooze**: comment \`/refrain snooze 90d\`. **Merge into another issue**: \`/refrain merge #…\`. **Not systemic**: \`/refrain not-systemic\`. **All commands**: \`/refrain help\`.`,
    `- **Wrong grouping, cause or link**: correct it ${page === null ? 'in Refrain' : `[in Refrain](${page})`}. Later runs keep the correction.`,
    '- You can edit the text above and below this section. Refrain updates only this section, and keeps ticked boxes.',
  ].join('\n');
}
