/** The events that Refrain reads. GitHub sends an App the news of its installation without being asked. */
export const hookEvents = [
  'deployment_status',
  'issue_comment',
  'issues',
  'pull_request',
  'push',
  'repository',
  'workflow_run',
] as const;

/** What an App reads beside that: buttons of its own check runs, which only the App is told of. */
export const appEvents = [...hookEvents, 'check_run'] as const;

/** The events that are wanted and not among those that are sent. */
export function missingEvents(sent: readonly string[], wanted: readonly string[] = hookEvents): string[] {
  if (sent.includes('*')) return [];
  return wanted.filter((event) => !sent.includes(event));
}
