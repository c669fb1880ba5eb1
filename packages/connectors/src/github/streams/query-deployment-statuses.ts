import { z } from 'zod';
import type { ListedDeployment, ListedDeploymentStatus } from '../records/records.ts';
import { isUnfinishedDeploymentState } from './open-deployments.ts';
import { itemsPerPage, type StreamReaderOptions } from './stream.ts';

/**
 * A GraphQL query for deployments by the node ids that REST returned
 * (https://docs.github.com/graphql/guides/using-global-node-ids). In GraphQL, statuses have no numeric ids, and those of
 * deployments (`databaseId`) end at 2^31, so the query requests none.
 */
const query = `query ($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Deployment {
      statuses(first: 100) {
        totalCount
        nodes { id state description environment environmentUrl logUrl createdAt updatedAt creator { __typename login } }
      }
    }
  }
}`;

const Status = z.object({
  id: z.string(),
  state: z.string(),
  description: z.string().nullish(),
  environment: z.string().nullish(),
  environmentUrl: z.string().nullish(),
  logUrl: z.string().nullish(),
  createdAt: z.string(),
  updatedAt: z.string().nullish(),
  creator: z.object({ __typename: z.string(), login: z.string() }).nullish(),
});
const Statuses = z.object({ totalCount: z.number().int(), nodes: z.array(Status.nullable()).nullish() });
const Answer = z.object({ nodes: z.array(z.object({ statuses: Statuses.nullish() }).nullable()) });

/**
 * Returns the statuses of up to 100 deployments by id, in REST's format but without numeric ids. Omits deployments
 * whose statuses are incomplete or in ambiguous order.
 */
export async function queryDeploymentStatuses(
  { client, repository }: StreamReaderOptions,
  deployments: readonly ListedDeployment[],
): Promise<ReadonlyMap<number, readonly ListedDeploymentStatus[]>> {
  const found = new Map<number, readonly ListedDeploymentStatus[]>();
  const queried = deployments
    .flatMap(({ id, node_id: nodeId }) => (nodeId ? [{ id, nodeId }] : []))
    .slice(0, itemsPerPage);
  if (queried.length < 2) return found;
  const variables = { ids: queried.map(({ nodeId }) => nodeId) };
  const what = `the statuses of ${queried.length} deployments of ${repository}`;
  const answer = await client.query({ query, variables, what }, Answer);
  if (answer?.nodes.length !== queried.length) return found;
  for (const [index, { id }] of queried.entries()) {
    const statuses = readStatuses(answer.nodes[index]?.statuses);
    if (statuses !== null) found.set(id, statuses);
  }
  return found;
}

function readStatuses(listed: z.output<typeof Statuses> | null | undefined): ListedDeploymentStatus[] | null {
  const statuses = (listed?.nodes ?? []).filter((status) => status !== null);
  if (listed?.totalCount !== statuses.length) return null;
  return newestFirst(statuses.map(asRest));
}

/** Sorts statuses by time, because GitHub documents no order; null if the order is ambiguous. */
function newestFirst(statuses: ListedDeploymentStatus[]): ListedDeploymentStatus[] | null {
  const steps = statuses.slice(1).map((status, index) => {
    const former = statuses[index] ?? status;
    const step = Date.parse(status.created_at) - Date.parse(former.created_at);
    return step === 0 && !(isUnfinishedDeploymentState(status.state) && isUnfinishedDeploymentState(former.state))
      ? Number.NaN
      : step;
  });
  if (steps.length > 0 && steps.every((step) => step === 0)) return null;
  if (steps.every((step) => step <= 0)) return statuses;
  return steps.every((step) => step >= 0) ? statuses.toReversed() : null;
}

/** Converts a status to REST's format, which marks the logins of bots so that they are not taken for people. */
function asRest(status: z.output<typeof Status>): ListedDeploymentStatus {
  const { creator } = status;
  const login = creator?.__typename === 'Bot' ? `${creator.login}[bot]` : creator?.login;
  return {
    node_id: status.id,
    state: status.state.toLowerCase(),
    description: status.description,
    environment: status.environment,
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
    created_at: status.createdAt,
    updated_at: status.updatedAt,
    creator: creator ? { login, type: creator.__typename } : null,
  };
}
