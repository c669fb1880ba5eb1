import { AppError, parseInput, type RawRecord } from '@refrain/domain';
import { beforePulled, irrelevant, type Observed } from '../failure-source.ts';
import { readCommit, readPushedCommits } from './read-commit.ts';
import { readDeployment, readDeploymentStatus } from './read-deployment.ts';
import { readPull } from './read-pull.ts';
import {
  CommitRecord,
  DeploymentRecord,
  DeploymentStatusEvent,
  PullRecord,
  PullRequestEvent,
  PushEvent,
} from './schema.ts';

/** @throws {AppError} `invalid_input` */
export function readGitHubRecord({ type, payload }: Pick<RawRecord, 'type' | 'payload'>): Observed {
  switch (type) {
    case 'github.pull_request':
      return readPull(parseInput(PullRecord, payload, 'the pull request'));
    case 'github.commit':
      return readCommit(parseInput(CommitRecord, payload, 'the commit'));
    case 'github.deployment':
      return readDeployment(parseInput(DeploymentRecord, payload, 'the deployment'));
    case 'github.event.pull_request':
      return readPullRequestEvent(payload);
    case 'github.event.deployment_status':
      return beforePulled(
        readDeploymentStatus(parseInput(DeploymentStatusEvent, payload, 'the deployment_status event')),
      );
    case 'github.event.push':
      return readPush(payload);
  }
  if (type.startsWith('github.event.')) return irrelevant;
  throw new AppError('invalid_input', `No reader for the record type ${type.slice(0, 100)}`);
}

function readPullRequestEvent(payload: unknown): Observed {
  const event = parseInput(PullRequestEvent, payload, 'the pull_request event');
  if (event.action !== 'closed') return irrelevant;
  return beforePulled(readPull({ repository: event.repository.full_name, pull: event.pull_request }));
}

/** A push elsewhere than to the default branch changes nothing that runs. */
function readPush(payload: unknown): Observed {
  const event = parseInput(PushEvent, payload, 'the push event');
  if (event.ref !== `refs/heads/${event.repository.default_branch}`) return irrelevant;
  return beforePulled(readPushedCommits(event));
}
