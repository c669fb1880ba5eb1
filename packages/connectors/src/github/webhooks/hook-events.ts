/** The events that Refrain reads. GitHub sends events about its installation to an App without a subscription. */
export const hookEvents = [
  'deployment_status',
  'issue_comment',
  'issues',
  'pull_request',
  'push',
  'repository',
  'workflow_run',
] as const;

/** The additional event of an App: buttons of its check runs, which only the App receives. */
export const appEvents = [...hookEvents, 'check_run'] as const;

/** Returns the wanted events that are not sent. */
export function missingEvents(sent: readonly string[], wanted: readonly string[] = hookEvents): string[] {
  if (sent.includes('*')) return [];
  return wanted.filter((event) => !sent.includes(event));
}
