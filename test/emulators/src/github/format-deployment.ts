import type { components } from '@octokit/openapi-types';
import { createNodeId, createNumericId } from '../http/create-numeric-id.ts';
import type { WorldDeployment, WorldDeploymentStatus } from '../world.ts';
import { type EmulatorUrls, repositoryApiUrl } from './emulator-urls.ts';
import { formatUser } from './format-user.ts';
import { formatDeploymentNodeId } from './node-id.ts';
import type { RepositoryState } from './repository-state.ts';

export function formatDeployment(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  deployment: WorldDeployment,
): components['schemas']['deployment'] {
  const api = repositoryApiUrl(addresses, repository);
  const url = `${api}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: formatDeploymentNodeId(repository.id, deployment.id),
    sha: deployment.sha,
    ref: deployment.ref,
    task: 'deploy',
    payload: {},
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    creator: formatUser(addresses, deployment.creator),
    created_at: deployment.createdAt,
    updated_at: deployment.statuses.at(-1)?.createdAt ?? deployment.createdAt,
    statuses_url: `${url}/statuses`,
    repository_url: api,
    transient_environment: false,
    production_environment: /prod/iu.test(deployment.environment),
  };
}

export function formatDeploymentStatus(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  deployment: WorldDeployment,
  status: WorldDeploymentStatus,
): components['schemas']['deployment-status'] {
  const api = repositoryApiUrl(addresses, repository);
  const url = `${api}/deployments/${deployment.id}`;
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: createNodeId('DES', status.id),
    state: status.state,
    creator: formatUser(addresses, deployment.creator),
    // GitHub truncates the description of a deployment status to 140 characters.
    description: status.description.slice(0, 140),
    environment: deployment.environment,
    target_url: status.logUrl,
    ...(status.logUrl === '' ? {} : { log_url: status.logUrl }),
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: url,
    repository_url: api,
  };
}

/** Formats the environments of deployments, in the order of their first deployment. */
export function formatEnvironments(
  addresses: EmulatorUrls,
  repository: RepositoryState,
): components['schemas']['environment'][] {
  const first = new Map<string, string>();
  for (const { environment, createdAt } of repository.deployments.values()) {
    const known = first.get(environment);
    if (known === undefined || createdAt < known) first.set(environment, createdAt);
  }
  return [...first].map(([name, createdAt]) => ({
    id: createNumericId('environment', repository.key, name),
    node_id: createNodeId('EN', repository.key, name),
    name,
    url: `${repositoryApiUrl(addresses, repository)}/environments/${encodeURIComponent(name)}`,
    html_url: `${addresses.web}/${repository.owner}/${repository.name}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at: createdAt,
    updated_at: createdAt,
    protection_rules: [],
    deployment_branch_policy: null,
  }));
}
