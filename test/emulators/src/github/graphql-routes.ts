import { graphql } from 'graphql';
import { z } from 'zod';
import { createNodeId } from '../http/create-numeric-id.ts';
import type { Call, Reply, Route } from '../http/reply.ts';
import { listVisibleRepositories } from './account-routes.ts';
import type { GitHubContext } from './context.ts';
import { createGraphqlError, formatGraphqlError } from './graphql-error.ts';
import { graphqlSchema } from './graphql-schema.ts';
import { parseDeploymentNodeId } from './node-id.ts';
import { hasPermission, type Permissions } from './permissions.ts';
import type { RepositoryState } from './repository-state.ts';
import { toGraphqlDeployment } from './to-graphql-deployment.ts';
import { toGraphqlIssue } from './to-graphql-issue.ts';

const Query = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });

const maxIds = 100;

/** Route for the part of GitHub's GraphQL API that Refrain uses: deployments and issues by node id, with the data related to them. */
export function graphqlRoutes(context: GitHubContext): Route[] {
  return [
    {
      method: 'post',
      path: '/graphql',
      async handle(call): Promise<Reply> {
        const asked = Query.safeParse(call.body);
        if (!asked.success)
          return { status: 400, body: { message: 'A query attribute must be specified and must be a string.' } };
        const { query, variables } = asked.data;
        const rootValue = { nodes: ({ ids }: { readonly ids: readonly string[] }) => findNodes(context, call, ids) };
        const { data, errors } = await graphql({
          schema: graphqlSchema,
          source: query,
          rootValue,
          variableValues: variables ?? null,
        });
        const body = {
          ...(data === undefined ? {} : { data }),
          ...(errors === undefined ? {} : { errors: errors.map(formatGraphqlError) }),
        };
        return { status: 200, body };
      },
    },
  ];
}

/** Finds nodes by id. For an id that is unknown or that the caller may not read, returns an error at the position of the id. */
function findNodes(context: GitHubContext, call: Call, ids: readonly string[]): readonly unknown[] {
  if (ids.length > maxIds) {
    throw createGraphqlError(
      'ARGUMENT_LIMIT',
      `You may not provide more than ${maxIds} node ids; you provided ${ids.length}.`,
    );
  }
  const { credentials, state } = context;
  const identity = credentials.identify(call);
  const permissions = 'permissions' in identity ? identity.permissions : {};
  const visible = new Set(listVisibleRepositories(context, call));
  return ids.map((id) => {
    if (id.startsWith('I_')) return findIssueNode(context, visible, permissions, id);
    const place = parseDeploymentNodeId(id);
    const repository = place === null ? null : state.findRepositoryById(place.repositoryId);
    const deployment = place === null ? undefined : repository?.deployments.get(place.deploymentId);
    if (repository === null || deployment === undefined || !visible.has(repository)) {
      return createGraphqlError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
    }
    if (!hasPermission(permissions, [{ name: 'deployments', access: 'read' }]))
      return inaccessible('installation' in identity);
    return toGraphqlDeployment(repository, deployment);
  });
}

function findIssueNode(
  { addresses }: GitHubContext,
  visible: ReadonlySet<RepositoryState>,
  permissions: Permissions,
  id: string,
) {
  for (const repository of visible) {
    const issue = [...repository.issues.values()].find(
      ({ number }) => createNodeId('I', repository.key, number) === id,
    );
    if (issue === undefined || issue.deleted === true) continue;
    if (!hasPermission(permissions, [{ name: 'issues', access: 'read' }])) return inaccessible(false);
    return toGraphqlIssue(addresses, repository, issue);
  }
  return createGraphqlError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
}

function inaccessible(isIntegration: boolean) {
  return createGraphqlError(
    'FORBIDDEN',
    `Resource not accessible by ${isIntegration ? 'integration' : 'personal access token'}`,
  );
}
