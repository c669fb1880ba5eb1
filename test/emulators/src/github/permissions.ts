import type { Route } from '../http/reply.ts';

export type Access = 'read' | 'write';
/** By GitHub's name of a permission, such as `pull_requests`. */
export type Permissions = Readonly<Record<string, Access>>;

const everyPermission: Permissions = {
  actions: 'write',
  administration: 'write',
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  metadata: 'read',
  organization_hooks: 'write',
  pull_requests: 'write',
  repository_hooks: 'write',
};

/**
 * What the emulated personal access token may do until one of these is taken away: all, but that a fine-grained one cannot be
 * given checks (https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens).
 */
export function permissionsOfToken(token: string): Permissions {
  if (!token.startsWith('github_pat_')) return everyPermission;
  const { checks: _, ...given } = everyPermission;
  return given;
}

/** Any one of these is enough. */
export type Required = readonly { readonly name: string; readonly access: Access }[];

/** By the beginning of a path, the first that fits: https://docs.github.com/rest/authentication/permissions-required-for-github-apps. */
const byPath: readonly (readonly [path: RegExp, ...names: string[]])[] = [
  [/^\/orgs\/:org\/hooks/u, 'organization_hooks'],
  [/^\/repos\/:owner\/:repo\/hooks/u, 'repository_hooks'],
  [/^\/repos\/:owner\/:repo\/(?:actions|environments)/u, 'actions'],
  [/^\/repos\/:owner\/:repo\/check-runs/u, 'checks'],
  [/^\/repos\/:owner\/:repo\/deployments/u, 'deployments'],
  [/^\/repos\/:owner\/:repo\/(?:issues\/:number\/comments|labels)/u, 'issues', 'pull_requests'],
  [/^\/repos\/:owner\/:repo\/issues/u, 'issues'],
  [/^\/repos\/:owner\/:repo\/commits\/:sha\/pulls/u, 'pull_requests'],
  [/^\/repos\/:owner\/:repo\/pulls/u, 'pull_requests'],
  [/^\/repos\/:owner\/:repo\/(?:commits|compare|contents|git)/u, 'contents'],
  [/^\/repos\/:owner\/:repo/u, 'metadata'],
];

/** What a route asks of a credential; nothing where GitHub asks for no permission. */
export function requiredPermissions(route: Route): Required {
  const [, ...names] = byPath.find(([path]) => path.test(route.path)) ?? [null];
  const access = route.method === 'get' ? 'read' : 'write';
  return names.map((name) => ({ name, access }));
}

export function isAllowed(permissions: Permissions, required: Required): boolean {
  return (
    required.length === 0 ||
    required.some(({ name, access }) => permissions[name] === 'write' || permissions[name] === access)
  );
}

/** As the header `x-accepted-github-permissions` says it: sets are separated by semicolons. */
export function describeRequired(required: Required): string {
  return required.map(({ name, access }) => `${name}=${access}`).join('; ');
}
