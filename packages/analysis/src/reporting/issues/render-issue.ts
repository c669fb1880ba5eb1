import type {
  Improvement,
  ImprovementIssue,
  ImprovementLabel,
  ImprovementPolicy,
  PatternReport,
  ReportDocument,
  ReportSection,
} from '@refrain/domain';
import { escapeIssueTitle, escapeMarkdown, formatInlineCode } from '../document/escape-markdown.ts';
import { getReportDocument } from '../reports/describe-report.ts';
import { describeGuardrailOutcomes } from '../sections/describe-improvement.ts';
import { listEpisodeEvidence } from './issue-evidence.ts';
import { describeProposedGuardrail } from './issue-guardrail.ts';
import { describeIssueForecast } from './issue-outlook.ts';

/** A person may have written a longer title than Refrain does. */
const titleLength = 200;
const maxScopes = 10;
const maxOutcomes = 5;
/** Sections of the report that begin an issue. */
const answerIds = ['symptoms', 'cause', 'trigger', 'resolution'];

export interface IssueContent {
  readonly improvement: Pick<Improvement, 'issueNumber' | 'title' | 'note' | 'guardrailId' | 'previousIssueUrl'> & {
    readonly repository: string;
  };
  readonly report: PatternReport;
  readonly policy: ImprovementPolicy;
  readonly owners: readonly string[];
  /** Base URL of Refrain without a trailing slash; null if not configured */
  readonly publicUrl: string | null;
  /** Titles that Refrain gave to the issue before */
  readonly earlierTitles: readonly string[];
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
  earlierTitles,
  lostIds,
}: IssueContent): ImprovementIssue {
  const { pattern } = report;
  const document = getReportDocument(report);
  const page = publicUrl === null ? null : `${publicUrl}/patterns/${encodeURIComponent(pattern.id)}`;
  const sections = new Map(document.sections.map((section) => [section.id, section]));
  const body = [
    ...(improvement.note === null ? [] : [improvement.note]),
    ...(improvement.previousIssueUrl === null
      ? []
      : [`The fix from an earlier issue for this pattern did not work: ${improvement.previousIssueUrl}`]),
    summarise(report, document, owners),
    ...answerIds.flatMap((id) => quoteSection(sections.get(id))),
    ...describeProposal(report, improvement.guardrailId, sections.get('recommendation')),
    ...describeEarlier(report),
    '### Episodes',
    ...listEpisodeEvidence(report),
    ...(page === null ? [] : [`The [report in Refrain](${page}) lists all failures and links.`]),
    ...describeOutlook(report, sections),
    '### How to respond',
    describeAnswerOptions(policy, page),
  ];
  return {
    repository: improvement.repository,
    number: improvement.issueNumber,
    marker: markerOf(pattern.id, improvement.previousIssueUrl),
    earlierMarkers: lostIds.map((id) => markerOf(id, improvement.previousIssueUrl)),
    title: escapeIssueTitle(improvement.title, titleLength),
    earlierTitles: earlierTitles.map((title) => escapeIssueTitle(title, titleLength)),
    ...listIssueLabels(policy),
    body: body.filter((part) => part !== '').join('\n\n'),
  };
}

/** Returns the marker by which Refrain finds an issue again. A follow-up issue's marker names the previous issue. */
function markerOf(patternId: string, previousIssueUrl: string | null): string {
  const before = /\/(\d+)$/u.exec(previousIssueUrl ?? '')?.[1];
  return before === undefined ? `pattern-${patternId}` : `pattern-${patternId}-after-${before}`;
}

/** Does not repeat the name of the pattern, because the pattern may have been renamed since the issue got its title. */
function summarise({ pattern }: PatternReport, { badges, lead }: ReportDocument, owners: readonly string[]): string {
  const names = (all: readonly string[]) =>
    all
      .slice(0, maxScopes)
      .map((name) => formatInlineCode(name, 80))
      .filter((name) => name !== '');
  return [
    [...badges.map(({ text }) => `**${escapeMarkdown(text)}**`), `${escapeMarkdown(lead.text)}.`].join(' · '),
    pattern.services.length === 0 ? '' : `Services: ${names(pattern.services).join(', ')}.`,
    owners.length === 0 ? '' : `Owned by ${names(owners).join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Describes the recommended fix. Without one, the issue asks for an investigation, and says what is known that may help. */
function describeProposal(
  report: PatternReport,
  guardrailId: string | null,
  section: ReportSection | undefined,
): string[] {
  const fix = describeProposedGuardrail(report, guardrailId);
  if (fix !== null) return ['### Recommended fix', ...fix];
  const known = (section?.statements ?? []).filter(({ label }) => label !== 'Status');
  return [
    '### Investigation',
    'No fix is recommended yet.',
    known.map(({ label = '', text }) => `- **${label}:** ${escapeMarkdown(text, 2_000)}`).join('\n'),
    [
      '- [ ] Compare the episodes below, and write down the condition that they have in common.',
      '- [ ] Add a check for this condition, and confirm that it would have failed before each episode.',
    ].join('\n'),
  ];
}

function hasClearTrend({ measurement }: PatternReport): boolean {
  const direction = measurement?.trend?.perWeek.direction;
  return direction === 'rising' || direction === 'falling';
}

/** Renders a section of the report without its references, which an issue has no list for; empty without a section. */
function quoteSection(section: ReportSection | undefined): string[] {
  if (section === undefined) return [];
  const lines = section.statements.map(
    ({ text, isQuotation }) => `${isQuotation ? '- ' : ''}${escapeMarkdown(text, 2_000)}`,
  );
  return [`### ${section.title}`, lines.join('\n')];
}

function describeOutlook(report: PatternReport, sections: ReadonlyMap<string, ReportSection>): string[] {
  const read = (id: string) => (sections.get(id)?.statements ?? []).map(({ text }) => text);
  const sentences = [
    ...(hasClearTrend(report) ? read('trend').slice(0, 1) : []),
    ...read('cost'),
    describeIssueForecast(report.measurement?.forecast ?? null),
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? [] : ['### Impact', escapeMarkdown(sentences.join(' '), 3_000)];
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
    `- **Accept**: assign the issue, or add the label \`${acceptedLabel}\`. Refer to the issue in the pull request (“Fixes #…”). After the deployment, Refrain measures whether the failure recurs, and reports the result here.`,
    `- **Done without a pull request**: close the issue as completed.`,
    `- **Decline**: close the issue as not planned, or add the label \`${declinedLabel}\`. Refrain proposes the fix again only if the failure becomes clearly more frequent.`,
    `- **Snooze**: comment \`/refrain snooze 90d\`. **Merge into another issue**: \`/refrain merge #…\`. **Not systemic**: \`/refrain not-systemic\`. **All commands**: \`/refrain help\`.`,
    `- **Wrong grouping, cause or link**: correct it ${page === null ? 'in Refrain' : `[in Refrain](${page})`}. Later runs keep the correction.`,
    '- You can edit the text above and below this section. Refrain updates only this section, and keeps ticked boxes.',
  ].join('\n');
}
