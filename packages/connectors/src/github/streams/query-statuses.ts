import { z } from 'zod';
import type { ListedDeployment, ListedStatus } from '../records/records.ts';
import { hasNotEnded } from './open-deployments.ts';
import { perPage } from './page.ts';
import type { StreamContext } from './stream.ts';

/**
 * Queries deployments by the node ids from REST (https://docs.github.com/graphql/guides/using-global-node-ids). It does
 * not request their numbers: GraphQL's `databaseId` ends at 2^31, and a status has none.
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
 * Returns the statuses of up to 100 deployments with one query, by deployment id, in REST's form and order but without
 * their numbers. Deployments whose statuses are incomplete or in ambiguous order are left out.
 */
export async function queryStatuses(
  { client, repository, signal }: StreamContext,
  deployments: readonly ListedDeployment[],
): Promise<ReadonlyMap<number, readonly ListedStatus[]>> {
  const found = new Map<number, readonly ListedStatus[]>();
  const queried = deployments.flatMap(({ id, node_id: nodeId }) => (nodeId ? [{ id, nodeId }] : [])).slice(0, perPage);
  if (queried.length < 2) return found;
  const variables = { ids: queried.map(({ nodeId }) => nodeId) };
  const what = `the statuses of ${queried.length} deployments of ${repository}`;
  const answer = await client.query({ query, variables, what }, Answer, signal);
  if (answer?.nodes.length !== queried.length) return found;
  for (const [place, { id }] of queried.entries()) {
    const statuses = readStatuses(answer.nodes[place]?.statuses);
    if (statuses !== null) found.set(id, statuses);
  }
  return found;
}

function readStatuses(listed: z.output<typeof Statuses> | null | undefined): ListedStatus[] | null {
  const statuses = (listed?.nodes ?? []).filter((status) => status !== null);
  if (listed?.totalCount !== statuses.length) return null;
  return newestFirst(statuses.map(asRest));
}

/**
 * Sorts statuses by their times, because GitHub documents no order. Returns null if the times are not in order, or if
 * an end has the same second as another status.
 */
function newestFirst(statuses: ListedStatus[]): ListedStatus[] | null {
  const steps = statuses.slice(1).map((status, place) => {
    const former = statuses[place] ?? status;
    const step = Date.parse(status.created_at) - Date.parse(former.created_at);
    return step === 0 && !(hasNotEnded(status.state) && hasNotEnded(former.state)) ? Number.NaN : step;
  });
  if (steps.length > 0 && steps.every((step) => step === 0)) return null;
  if (steps.every((step) => step <= 0)) return statuses;
  return steps.every((step) => step >= 0) ? statuses.toReversed() : null;
}

/** REST marks the names of robots, so that they are not taken for a person's. */
function asRest(status: z.output<typeof Status>): ListedStatus {
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
