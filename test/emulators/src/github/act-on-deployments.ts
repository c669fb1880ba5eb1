import { AppError, Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { createNumericId, createObjectSha } from '../http/create-numeric-id.ts';
import { createUniqueName } from '../http/create-unique-name.ts';
import type { WorldDeployment } from '../world.ts';
import { formatCurrentInstant, type GitHubContext } from './context.ts';
import { repositoryWebUrl } from './emulator-urls.ts';
import { AuthorLoginOrDefault, findNamedRepository } from './find-named-repository.ts';
import { formatDeployment, formatDeploymentStatus } from './format-deployment.ts';
import type { GitHubWebhooks } from './webhooks.ts';

const AddDeployment = z.object({
  repository: z.string(),
  /** The deployed commit; by default the newest commit of the default branch. */
  sha: z.string().optional(),
  environment: z.string().default('production'),
  description: z.string().default(''),
  creator: AuthorLoginOrDefault,
  at: Instant.optional(),
});
const AddDeploymentStatus = z.object({
  repository: z.string(),
  deploymentId: z.number().int(),
  state: z.enum(['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success']),
  description: z.string().default(''),
  logUrl: z.string().default(''),
  at: Instant.optional(),
});

export interface DeploymentActions {
  addDeployment(input: z.input<typeof AddDeployment>): Promise<WorldDeployment>;
  addDeploymentStatus(input: z.input<typeof AddDeploymentStatus>): Promise<WorldDeployment>;
}

export function createDeploymentActions(context: GitHubContext, webhooks: GitHubWebhooks): DeploymentActions {
  const { addresses, state } = context;
  return {
    async addDeployment(raw) {
      const input = parseInput(AddDeployment, raw, 'A deployment');
      const repository = findNamedRepository(state, input.repository);
      const sha = input.sha ?? repository.branch.commits.at(-1)?.sha ?? createObjectSha('empty');
      const deployment: WorldDeployment = {
        id: createNumericId('deployment', createUniqueName()),
        sha,
        ref: input.sha ?? repository.defaultBranch,
        environment: input.environment,
        description: input.description,
        createdAt: input.at ?? formatCurrentInstant(context),
        creator: input.creator,
        statuses: [],
      };
      repository.putDeployment(deployment);
      const presented = formatDeployment(addresses, repository, deployment);
      await webhooks.publish('deployment', repository, { action: 'created', deployment: presented });
      return deployment;
    },
    async addDeploymentStatus(raw) {
      const input = parseInput(AddDeploymentStatus, raw, 'A deployment status');
      const repository = findNamedRepository(state, input.repository);
      const former = repository.deployments.get(input.deploymentId);
      if (former === undefined)
        throw new AppError('not_found', `${repository.name} has no deployment ${input.deploymentId}`);
      const createdAt = input.at ?? formatCurrentInstant(context);
      const logUrl = input.logUrl || `${repositoryWebUrl(addresses, repository)}/actions/runs/${former.id}`;
      const status = {
        id: createNumericId('status', createUniqueName()),
        state: input.state,
        description: input.description,
        createdAt,
        logUrl,
      };
      const deployment = { ...former, statuses: [...former.statuses, status] };
      repository.putDeployment(deployment);
      await webhooks.publish('deployment_status', repository, {
        action: 'created',
        deployment_status: formatDeploymentStatus(addresses, repository, deployment, status),
        deployment: formatDeployment(addresses, repository, deployment),
      });
      return deployment;
    },
  };
}
