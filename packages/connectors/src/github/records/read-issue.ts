import type { FailureDraft } from '@refrain/domain';
import type { z } from 'zod';
import { irrelevantParsedPayload, lowerEventVersions, type ParsedPayload } from '../../contract/failure-source.ts';
import { mapNamesToRoles, type Roles } from '../../people/people.ts';
import { createFailureDraft } from '../../records/create-drafts.ts';
import { findReferences } from '../../records/find-references.ts';
import { joinTextParts, removeHtmlComments, toPlainText, toPlainTitle } from '../../records/to-plain-text.ts';
import { isRefrainIssue, isWrittenByStranger, lacksWriteAccess } from './comment-author.ts';
import { findSeverityLabel, listIncidentLabels, listLabelNames, listServicesOfLabels } from './incident-labels.ts';
import type { IssueEvent, IssueRecord } from './schema.ts';

/** Reads an issue. Without an incident label it is not, or no longer, a failure. */
export function readIssue(record: IssueRecord, incidentLabels: readonly string[]): ParsedPayload {
  if (record.issue.pull_request || isRefrainIssue(record.issue)) return irrelevantParsedPayload;
  const failure = failureOf(record);
  const isIncident = listIncidentLabels(incidentLabels, record.issue.labels).length > 0;
  return { outcome: 'stored', failures: [isIncident ? failure : notFailed(failure)], changes: [] };
}

/** Reads an issue from an event. Deleted, transferred and unlabelled issues are no longer failures. */
export function readIssueEvent(event: z.output<typeof IssueEvent>, incidentLabels: readonly string[]): ParsedPayload {
  const { action, issue, comment, label, repository } = event;
  const isLabelled = listIncidentLabels(incidentLabels, issue.labels).length > 0;
  const wasLabelled = action === 'unlabeled' && listIncidentLabels(incidentLabels, label ? [label] : []).length > 0;
  if (!isLabelled && !wasLabelled) return irrelevantParsedPayload;
  const events = action === 'reopened' ? [{ event: action, created_at: issue.updated_at }] : [];
  const isPublic = repository.private !== true;
  const isReceived = comment != null && action !== 'deleted' && !(isPublic && isWrittenByStranger(comment));
  const comments = isReceived ? [comment] : [];
  const observed = readIssue({ repository: repository.full_name, issue, comments, events, isPublic }, incidentLabels);
  const isGone = !comment && (action === 'deleted' || action === 'transferred');
  return isGone ? { ...observed, failures: observed.failures.map(removedAfterPull) } : lowerEventVersions(observed);
}

/** Makes the version later than that of the record before the removal, since both have the same update time. */
function removedAfterPull(failure: FailureDraft): FailureDraft {
  return { ...notFailed(failure), version: new Date(Date.parse(failure.version) + 1).toISOString() };
}

function notFailed(failure: FailureDraft): FailureDraft {
  return { ...failure, isFailure: false, confidence: 0.9 };
}

/** Creates a failure. In a public repository, references by people without write access are ignored. */
function failureOf({ repository, issue, comments, events, isPublic = false }: IssueRecord): FailureDraft {
  const roles = peopleOf({ issue, comments });
  const labels = listLabelNames(issue.labels);
  const trusts = (author: IssueRecord['issue'] | IssueRecord['comments'][number]) =>
    !(isPublic && lacksWriteAccess(author));
  // Hides references last, because removing other text could join two parts into a reference.
  const texts = [issue, ...comments].map((one) => {
    const text = toPlainText(removeHtmlComments(one.body ?? ''), roles);
    return trusts(one) ? text : hideChangeReferences(text);
  });
  const trusted = joinTextParts([issue, ...comments].filter(trusts).map(({ body }) => body));
  const title = toPlainTitle(issue.title, roles);
  const reopenedAt = events.filter(({ event }) => event === 'reopened').map(({ created_at: at }) => at);
  const isDuplicate = issue.state_reason === 'duplicate';
  const url = issue.html_url ?? null;
  return createFailureDraft({
    kind: 'incident',
    externalId: `${repository}#issue/${issue.number}`,
    title: (trusts(issue) ? title : hideChangeReferences(title)) || `Issue ${issue.number}`,
    text: toPlainText(joinTextParts(texts), roles),
    services: listServicesOfLabels(labels),
    repository,
    occurredAt: issue.created_at,
    resolvedAt: issue.state === 'closed' ? (issue.closed_at ?? issue.updated_at) : null,
    timing: reopenedAt.length === 0 ? null : { acknowledgedAt: null, mitigatedAt: null, reopenedAt: reopenedAt.sort() },
    severity: findSeverityLabel(labels),
    responders: new Set(respondersTo({ issue, comments })).size,
    references: findReferences(trusted, url),
    url,
    version: issue.updated_at,
    isFailure: !isDuplicate,
    confidence: isDuplicate ? 0.9 : 1,
  });
}

type Discussed = Pick<IssueRecord, 'issue' | 'comments'>;

function peopleOf({ issue, comments }: Discussed): Roles {
  const responders = [...new Set(respondersTo({ issue, comments }))].filter((login) => login !== issue.user?.login);
  return mapNamesToRoles([
    { role: 'reporter', names: [issue.user?.login] },
    ...responders.map((login, index) => ({ role: `responder ${index + 1}`, names: [login] })),
  ]);
}

function respondersTo({ issue, comments }: Discussed): string[] {
  const accounts = [...(issue.assignees ?? []), ...comments.map(({ user }) => user)];
  return accounts.flatMap((account) => (account && account.type !== 'Bot' ? [account.login] : []));
}

/** Matches URLs, numbers (`#12`, `acme/api!12`) and SHAs: all that @refrain/analysis reads as references, and more. */
const reference = /https?:\/\/\S{1,2000}|[#!]\d{1,20}|\b(?=[0-9a-f]{0,39}\d|[0-9a-f]{40}\b)[0-9a-f]{7,40}\b/giu;

/** Hides references to changes in a text whose author must not influence the search for the cause. */
export function hideChangeReferences(text: string): string {
  return text.replace(reference, '…');
}
