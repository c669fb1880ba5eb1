import type { Route } from '../http/reply.ts';

export type PermissionAccess = 'read' | 'write';
export type Permissions = Readonly<Record<string, PermissionAccess>>;

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
 * Returns the initial permissions of the emulated personal access token: all, except that a fine-grained token cannot have checks
 * (https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens).
 */
export function findInitialTokenPermissions(token: string): Permissions {
  if (!token.startsWith('github_pat_')) return everyPermission;
  const { checks: _, ...granted } = everyPermission;
  return granted;
}

/** Alternative permissions: a caller needs one of them. */
export type AlternativePermissions = readonly { readonly name: string; readonly access: PermissionAccess }[];

/** Required permissions by path: https://docs.github.com/rest/authentication/permissions-required-for-github-apps. */
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

/** Returns alternative permissions for a route: the caller needs one of them. The list is empty if GitHub requires no permission. */
export function findRequiredPermissions(route: Route): AlternativePermissions {
  const [, ...names] = byPath.find(([path]) => path.test(route.path)) ?? [null];
  const access = route.method === 'get' ? 'read' : 'write';
  return names.map((name) => ({ name, access }));
}

export function hasPermission(permissions: Permissions, required: AlternativePermissions): boolean {
  return (
    required.length === 0 ||
    required.some(({ name, access }) => permissions[name] === 'write' || permissions[name] === access)
  );
}

export function formatRequiredPermissions(required: AlternativePermissions): string {
  return required.map(({ name, access }) => `${name}=${access}`).join('; ');
}
