/** Events to subscribe to. GitHub sends events about an App's installation without a subscription. */
export const hookEvents = [
  'deployment_status',
  'issue_comment',
  'issues',
  'pull_request',
  'push',
  'repository',
  'workflow_run',
] as const;

/** Events of an App, including buttons of its checks, which only an App receives. */
export const appHookEvents = [...hookEvents, 'check_run'] as const;

export function listMissingHookEvents(sent: readonly string[], wanted: readonly string[] = hookEvents): string[] {
  if (sent.includes('*')) return [];
  return wanted.filter((event) => !sent.includes(event));
}
