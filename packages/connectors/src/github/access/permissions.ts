/** A permission that Refrain needs, and what does not work without it. Names are those of GitHub's settings pages. */
export interface NeededPermission {
  /** Its name in GitHub's API: in an App's permissions and in `x-accepted-github-permissions`. */
  readonly key: string;
  readonly level: 'read' | 'write';
  readonly costs: string;
  /** The list of a repository that can be read only with the permission; null if there is none. */
  readonly list: string | null;
}

export const neededPermissions: readonly NeededPermission[] = [
  { key: 'contents', level: 'read', costs: 'reverted changes, and post-mortems in files', list: 'commits' },
  { key: 'pull_requests', level: 'read', costs: 'merged changes and what reverted them', list: 'pulls' },
  { key: 'deployments', level: 'read', costs: 'failed deployments', list: 'deployments' },
  { key: 'actions', level: 'read', costs: 'failed runs of deployment workflows, and their logs', list: 'actions/runs' },
  { key: 'checks', level: 'read', costs: 'what failed jobs are annotated with', list: null },
  { key: 'issues', level: 'write', costs: 'incidents that are issues, and improvement issues', list: 'issues' },
];

/** An optional permission of an App, which tokens cannot have. */
export const permissionOfChecks = { key: 'checks', level: 'write', costs: 'checks on pull requests' } as const;

/** Formats a permission as the settings page does: `Pull requests: read` for `pull_requests` at `read`. */
export function permissionName(key: string, level: string): string {
  const words = key.replaceAll('_', ' ');
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return `${name}: ${level === 'write' ? 'read and write' : level}`;
}

/** Tells whether an App with the level `given` has the needed level. */
export function isGranted(granted: string | undefined, level: NeededPermission['level']): boolean {
  return level === 'read' ? granted !== undefined : granted === 'write' || granted === 'admin';
}
