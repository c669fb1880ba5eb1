import { AppError, type ConnectionScope, parseInput, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { irrelevantParsedPayload, lowerEventVersions, type ParsedPayload } from '../../contract/failure-source.ts';
import { matchesAnyPattern } from '../../records/match-glob.ts';
import { readActionsRun, readActionsRunEvent } from './read-actions-run.ts';
import { readCommit, readPushedCommits } from './read-commit.ts';
import { readDeployment, readDeploymentStatus } from './read-deployment.ts';
import { readIssue, readIssueEvent } from './read-issue.ts';
import { readPostMortemFile } from './read-post-mortem.ts';
import { readPullRequest } from './read-pull-request.ts';
import {
  CommitRecord,
  DeploymentRecord,
  DeploymentStatusEvent,
  FileRecord,
  IssueEvent,
  IssueRecord,
  PullRecord,
  PullRequestEvent,
  PushEvent,
  RunRecord,
  WorkflowRunEvent,
} from './schema.ts';

/** Parses a GitHub record. Only events are checked against the scope, since they come from all repositories. */
export function readGitHubRecord(
  { type, payload }: Pick<RawRecord, 'type' | 'payload'>,
  scope: ConnectionScope,
): ParsedPayload {
  switch (type) {
    case 'github.pull_request':
      return readPullRequest(parseInput(PullRecord, payload, 'the pull request'));
    case 'github.commit':
      return readCommit(parseInput(CommitRecord, payload, 'the commit'));
    case 'github.deployment':
      return readDeployment(parseInput(DeploymentRecord, payload, 'the deployment'));
    case 'github.workflow_run':
      return readActionsRun(parseInput(RunRecord, payload, 'the workflow run'));
    case 'github.issue':
      return readIssue(parseInput(IssueRecord, payload, 'the issue'), scope.incidentLabels);
    case 'github.file':
      return readPostMortemFile(parseInput(FileRecord, payload, 'the post-mortem'));
  }
  const event = /^github\.event\.(.+)$/u.exec(type)?.[1];
  if (event === undefined)
    throw new AppError('invalid_input', `GitHub records of the type "${type.slice(0, 100)}" are not supported`);
  return isRepositoryInScope(payload, scope) ? readEvent(event, payload, scope) : irrelevantParsedPayload;
}

function readEvent(event: string, payload: unknown, scope: ConnectionScope): ParsedPayload {
  if (event !== 'issues' && event !== 'issue_comment')
    return lowerEventVersions(readPulledLater(event, payload, scope));
  return readIssueEvent(parseInput(IssueEvent, payload, `the ${event} event`), scope.incidentLabels);
}

function readPulledLater(event: string, payload: unknown, scope: ConnectionScope): ParsedPayload {
  switch (event) {
    case 'pull_request':
      return readPullRequestEvent(payload);
    case 'deployment_status':
      return readDeploymentStatus(
        parseInput(DeploymentStatusEvent, payload, 'the deployment_status event'),
        scope.environments,
      );
    case 'workflow_run':
      return readActionsRunEvent(parseInput(WorkflowRunEvent, payload, 'the workflow_run event'), scope.workflows);
    case 'push':
      return readPush(payload);
  }
  return irrelevantParsedPayload;
}

const OfRepository = z.looseObject({ repository: z.looseObject({ full_name: z.string() }) });

/**
 * Tells whether an event is of a repository in scope. Also true for events without a repository and for malformed
 * events, which are rejected when they are read.
 */
function isRepositoryInScope(payload: unknown, { repositories }: ConnectionScope): boolean {
  const parsed = OfRepository.safeParse(payload);
  return !parsed.success || matchesAnyPattern(repositories, parsed.data.repository.full_name);
}

function readPullRequestEvent(payload: unknown): ParsedPayload {
  const event = parseInput(PullRequestEvent, payload, 'the pull_request event');
  if (event.action !== 'closed') return irrelevantParsedPayload;
  return readPullRequest({ repository: event.repository.full_name, pull: event.pull_request });
}

/** Ignores pushes to branches other than the default branch, since they do not affect running software. */
function readPush(payload: unknown): ParsedPayload {
  const event = parseInput(PushEvent, payload, 'the push event');
  return event.ref === `refs/heads/${event.repository.default_branch}`
    ? readPushedCommits(event)
    : irrelevantParsedPayload;
}
