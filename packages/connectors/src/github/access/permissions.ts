export interface NeededPermission {
  /** Name of the permission in GitHub's API, as in `x-accepted-github-permissions`. */
  readonly key: string;
  readonly level: 'read' | 'write';
  readonly costs: string;
  /** Repository endpoint that only works with the permission, to test whether a token has it; null if there is none. */
  readonly testEndpoint: string | null;
}

export const neededPermissions: readonly NeededPermission[] = [
  { key: 'contents', level: 'read', costs: 'reverted changes, and post-mortems in files', testEndpoint: 'commits' },
  { key: 'pull_requests', level: 'read', costs: 'merged changes and what reverted them', testEndpoint: 'pulls' },
  { key: 'deployments', level: 'read', costs: 'failed deployments', testEndpoint: 'deployments' },
  {
    key: 'actions',
    level: 'read',
    costs: 'failed runs of deployment workflows, and their logs',
    testEndpoint: 'actions/runs',
  },
  { key: 'checks', level: 'read', costs: 'annotations of failed jobs', testEndpoint: null },
  { key: 'issues', level: 'write', costs: 'incidents that are issues, and improvement issues', testEndpoint: 'issues' },
];

/** Optional permission for checks on pull requests. Only Apps can have it. */
export const checksPermission = { key: 'checks', level: 'write', costs: 'checks on pull requests' } as const;

export function formatPermission(key: string, level: string): string {
  const words = key.replaceAll('_', ' ');
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return `${name}: ${level === 'write' ? 'read and write' : level}`;
}

export function isPermissionGranted(granted: string | undefined, level: NeededPermission['level']): boolean {
  return level === 'read' ? granted !== undefined : granted === 'write' || granted === 'admin';
}
