import { createHash } from 'node:crypto';
import { getReportDocument } from '../reports/describe-report.ts';
import { describeGuardrailOutcomes } from '../sections/describe-improvement.ts';
import type { IssueContent } from './render-issue.ts';

/**
 * Returns a digest of what the readers of an issue care about: the episodes, what is said to cause them, the proposed fix and the
 * results of earlier ones. Figures such as hours, probabilities and the number of quotations change with every clustering, and are
 * not part of it.
 */
export function digestIssue({ improvement, report, policy, owners, publicUrl }: IssueContent): string {
  const { title, note, guardrailId, previousIssueUrl } = improvement;
  const { pattern, members, choice } = report;
  const facts = [
    [title, note, previousIssueUrl, publicUrl],
    [policy.acceptedLabel, policy.declinedLabel],
    [...owners].sort(),
    [...pattern.services].sort(),
    [...new Set(members.map(({ episodeId }) => episodeId))].sort(),
    [pattern.mechanism ?? null, pattern.cause, pattern.trigger],
    getReportDocument(report).badges.map(({ text }) => text),
    guardrailId ?? choice?.recommendations[0]?.guardrail.id ?? null,
    describeGuardrailOutcomes(choice ?? null),
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
