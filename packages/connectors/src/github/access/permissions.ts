/** What Refrain is to be allowed, and what it cannot do without. Names are those of GitHub's settings pages. */
export interface NeededPermission {
  /** As GitHub's API calls it, in an App's permissions and in `x-accepted-github-permissions`. */
  readonly key: string;
  readonly level: 'read' | 'write';
  readonly costs: string;
  /** The list of a repository that is read to see whether it is given; null where none tells. */
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

/** What an App may have beside that: no token can be given it. */
export const permissionOfChecks = { key: 'checks', level: 'write', costs: 'checks on pull requests' } as const;

/** `pull_requests` at `read` as the settings page has it: `Pull requests: read`. */
export function permissionName(key: string, level: string): string {
  const words = key.replaceAll('_', ' ');
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return `${name}: ${level === 'write' ? 'read and write' : level}`;
}

/** Whether an App that has been given `given` has what is needed. */
export function isGiven(given: string | undefined, level: NeededPermission['level']): boolean {
  return level === 'read' ? given !== undefined : given === 'write' || given === 'admin';
}
