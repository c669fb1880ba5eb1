import { nodeId } from '../http/numeric-id.ts';
import type { WorldDeployment, WorldDeploymentStatus } from '../world.ts';
import { queryError } from './graphql-error.ts';
import { deploymentNodeId } from './node-id.ts';
import type { RepositoryState } from './repository-state.ts';

/** A deployment as GraphQL resolves it, its statuses oldest first. */
export function queryableDeployment(repository: RepositoryState, deployment: WorldDeployment) {
  const { createdAt, description, environment, statuses } = deployment;
  return {
    __typename: 'Deployment',
    id: deploymentNodeId(repository.id, deployment.id),
    commitOid: deployment.sha,
    creator: actorOf(deployment.creator),
    description,
    environment,
    createdAt,
    updatedAt: statuses.at(-1)?.createdAt ?? createdAt,
    statuses: (wanted: Wanted) => pageOf(statuses, wanted, (status) => queryableStatus(deployment, status)),
  };
}

function queryableStatus({ creator, environment }: WorldDeployment, status: WorldDeploymentStatus) {
  const { createdAt, description, logUrl, state } = status;
  return {
    __typename: 'DeploymentStatus',
    id: nodeId('DES', status.id),
    creator: actorOf(creator),
    // As REST cuts it.
    description: description.slice(0, 140),
    environment,
    environmentUrl: null,
    logUrl: logUrl === '' ? null : logUrl,
    state: state.toUpperCase(),
    createdAt,
    updatedAt: createdAt,
  };
}

/** GraphQL names a robot without the mark that REST gives it. */
function actorOf(login: string) {
  const isBot = login.endsWith('[bot]');
  return { __typename: isBot ? 'Bot' : 'User', login: isBot ? login.slice(0, -'[bot]'.length) : login };
}

interface Wanted {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api: 1 to 100 have to be asked for. */
function pageOf<T>(items: readonly T[], { first, after }: Wanted, present: (item: T) => unknown) {
  if (first === null || first === undefined) {
    throw queryError(
      'MISSING_PAGINATION_BOUNDARIES',
      'You must provide a `first` or `last` value to properly paginate.',
    );
  }
  if (first < 1 || first > 100) {
    throw queryError('EXCESSIVE_PAGINATION', `Requesting ${first} records exceeds the limit of 100 records.`);
  }
  const start = after ? Number(Buffer.from(after, 'base64url').toString()) || 0 : 0;
  const end = Math.min(start + first, items.length);
  return {
    nodes: items.slice(start, end).map(present),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      endCursor: end > start ? Buffer.from(String(end)).toString('base64url') : null,
    },
  };
}
