import type { ChangeDraft, FailureDraft, Instant } from '@refrain/domain';
import type { z } from 'zod';
import { irrelevantParsedPayload, type ParsedPayload } from '../../contract/failure-source.ts';
import { mapNamesToRoles, type Roles } from '../../people/people.ts';
import { createChangeDraft, createFailureDraft } from '../../records/create-drafts.ts';
import { matchesAnyPattern } from '../../records/match-glob.ts';
import { parseHttpUrl } from '../../records/parse-http-url.ts';
import { joinTextParts, toPlainText, toPlainTitle } from '../../records/to-plain-text.ts';
import { isRunOfUnmergedCode } from './actions-runs.ts';
import {
  findRunLinkedByStatuses,
  isFailedDeploymentStatus,
  parseActionsRunUrl,
  sortDeploymentStatuses,
} from './deployment-statuses.ts';
import type { Deployment, DeploymentRecord, DeploymentStatus, DeploymentStatusEvent } from './schema.ts';

interface DeploymentOutcome {
  /** Whether the deployment succeeded; null while it runs, or if the outcome is unknown. */
  readonly succeeded: boolean | null;
  readonly failedAt: Instant | null;
  /** Time of the first success after the last failure, for example by a re-run; null without such a success. */
  readonly recoveredAt: Instant | null;
}

/** Ignores the state `inactive`, which GitHub sets when the next deployment takes over. */
function outcomeOf(statuses: readonly DeploymentStatus[]): DeploymentOutcome {
  const outcomes = sortDeploymentStatuses(statuses).filter((status) => status.state !== 'inactive');
  const firstFailure = outcomes.find(isFailedDeploymentStatus);
  const lastFailure = outcomes.findLastIndex(isFailedDeploymentStatus);
  const recovery = outcomes.slice(lastFailure + 1).find((status) => status.state === 'success');
  const last = outcomes.at(-1);
  const ended = last !== undefined && (isFailedDeploymentStatus(last) || last.state === 'success');
  return {
    succeeded: ended ? last.state === 'success' : null,
    failedAt: firstFailure?.created_at ?? null,
    recoveredAt: firstFailure ? (recovery?.created_at ?? null) : null,
  };
}

/** Reads a deployment as a change and, if it failed, as a failure. `runUrl` replaces a missing link in the statuses. */
export function readDeployment(
  { repository, deployment, statuses, isTrial = false }: z.output<typeof DeploymentRecord>,
  runUrl: string | null = null,
): ParsedPayload {
  const outcome = outcomeOf(statuses);
  const version = sortDeploymentStatuses(statuses).at(-1)?.created_at ?? deployment.created_at;
  const change = changeOf(repository, deployment, statuses, outcome, version);
  if (outcome.failedAt === null) return { outcome: 'stored', failures: [], changes: [change] };
  const run = findRunLinkedByStatuses(statuses)?.url ?? parseActionsRunUrl(runUrl)?.url;
  const failure = failureOf(change, deployment, statuses, outcome, outcome.failedAt, isTrial || isOfPull(deployment));
  return { outcome: 'stored', failures: [{ ...failure, references: run ? [run] : [] }], changes: [change] };
}

/** Reads an event with one status. Ignores `inactive`, which does not say how the deployment ended. */
export function readDeploymentStatus(
  event: z.output<typeof DeploymentStatusEvent>,
  environments: readonly string[],
): ParsedPayload {
  const { deployment, deployment_status: status, repository, workflow_run: run } = event;
  if (status.state === 'inactive' || !matchesAnyPattern(environments, deployment.environment ?? ''))
    return irrelevantParsedPayload;
  const name = repository.full_name;
  const isTrial = run != null && isRunOfUnmergedCode(run, name, repository.private !== true);
  return readDeployment({ repository: name, deployment, statuses: [status], isTrial }, run?.html_url ?? null);
}

function changeOf(
  repository: string,
  deployment: Deployment,
  statuses: readonly DeploymentStatus[],
  outcome: DeploymentOutcome,
  version: Instant,
): ChangeDraft {
  const roles = rolesIn(deployment, statuses);
  const environment = deployment.environment ?? null;
  const ref = deployment.ref || deployment.sha.slice(0, 12);
  return createChangeDraft({
    kind: 'deployment',
    externalId: `${repository}#deployment/${deployment.id}`,
    repository,
    environment,
    title: toPlainTitle(`Deployment of ${ref} to ${environment ?? 'an unnamed environment'}`, roles),
    text: toPlainText(deployment.description ?? '', roles),
    sha: deployment.sha,
    branch: deployment.ref ? toPlainTitle(deployment.ref, roles) : null,
    occurredAt: deployment.created_at,
    succeeded: outcome.succeeded,
    url: logUrlOf(statuses),
    version,
  });
}

function failureOf(
  change: ChangeDraft,
  deployment: Deployment,
  statuses: readonly DeploymentStatus[],
  outcome: DeploymentOutcome,
  failedAt: Instant,
  isTrial: boolean,
): FailureDraft {
  const roles = rolesIn(deployment, statuses);
  const ordered = sortDeploymentStatuses(statuses);
  const reason = ordered.findLast((status) => isFailedDeploymentStatus(status) && status.description)?.description;
  // Omits the statuses before the first failure from the text, since they only report the start.
  const since = ordered.slice(ordered.findIndex(isFailedDeploymentStatus)).filter(({ state }) => state !== 'inactive');
  const text = joinTextParts([deployment.description, ...since.map((status) => status.description)]);
  return createFailureDraft({
    kind: 'failed_deployment',
    externalId: change.externalId,
    title: toPlainTitle(reason ? `${change.title} failed: ${reason}` : `${change.title} failed`, roles),
    text: toPlainText(text, roles),
    repository: change.repository,
    environment: change.environment,
    sha: deployment.sha,
    occurredAt: failedAt,
    resolvedAt: outcome.recoveredAt,
    url: change.url,
    version: change.version,
    isFailure: !isTrial,
    confidence: isTrial ? 0.8 : 1,
  });
}

function logUrlOf(statuses: readonly DeploymentStatus[]): string | null {
  const urls = sortDeploymentStatuses(statuses).map(
    (status) => parseHttpUrl(status.log_url) ?? parseHttpUrl(status.target_url),
  );
  return urls.findLast((url) => url !== null) ?? null;
}

function rolesIn(deployment: Deployment, statuses: readonly DeploymentStatus[]): Roles {
  return mapNamesToRoles([
    { role: 'author', names: [deployment.creator?.login] },
    { role: 'deployer', names: statuses.map((status) => status.creator?.login) },
  ]);
}

/** Tells whether the ref of a deployment is that of a pull request, which anybody can open in a public repository. */
function isOfPull({ ref }: Deployment): boolean {
  return /^refs\/pull\//u.test(ref ?? '');
}
