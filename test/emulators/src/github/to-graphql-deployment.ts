import { createNodeId } from '../http/create-numeric-id.ts';
import type { WorldDeployment, WorldDeploymentStatus } from '../world.ts';
import { formatDeploymentNodeId } from './node-id.ts';
import { type GraphqlConnectionArguments, toGraphqlConnectionPage } from './queryable-page.ts';
import type { RepositoryState } from './repository-state.ts';

/** Resolves a deployment for GraphQL. Its statuses are sorted oldest first. */
export function toGraphqlDeployment(repository: RepositoryState, deployment: WorldDeployment) {
  const { createdAt, description, environment, statuses } = deployment;
  return {
    __typename: 'Deployment',
    id: formatDeploymentNodeId(repository.id, deployment.id),
    commitOid: deployment.sha,
    creator: actorOf(deployment.creator),
    description,
    environment,
    createdAt,
    updatedAt: statuses.at(-1)?.createdAt ?? createdAt,
    statuses: (wanted: GraphqlConnectionArguments) =>
      toGraphqlConnectionPage(statuses, wanted, (status) => queryableStatus(deployment, status)),
  };
}

function queryableStatus({ creator, environment }: WorldDeployment, status: WorldDeploymentStatus) {
  const { createdAt, description, logUrl, state } = status;
  return {
    __typename: 'DeploymentStatus',
    id: createNodeId('DES', status.id),
    creator: actorOf(creator),
    // GitHub truncates the description to 140 characters, in REST responses too.
    description: description.slice(0, 140),
    environment,
    environmentUrl: null,
    logUrl: logUrl === '' ? null : logUrl,
    state: state.toUpperCase(),
    createdAt,
    updatedAt: createdAt,
  };
}

/** GraphQL returns a bot's login without the suffix `[bot]` that REST returns. */
function actorOf(login: string) {
  const isBot = login.endsWith('[bot]');
  return { __typename: isBot ? 'Bot' : 'User', login: isBot ? login.slice(0, -'[bot]'.length) : login };
}
