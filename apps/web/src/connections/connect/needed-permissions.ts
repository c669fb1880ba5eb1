import type { Way } from './account-draft.ts';

export interface NeededPermission {
  /** As the provider's settings call it. */
  readonly name: string;
  /** Absent where the name tells it. */
  readonly access?: string;
  /** What is not known or not done without it; for a key, what is with it. */
  readonly says: string;
  readonly only?: Way;
}

const nothing = 'nothing works';

const github: readonly NeededPermission[] = [
  { name: 'Metadata', access: 'read', says: nothing },
  { name: 'Contents', access: 'read', says: 'no reverted changes, no post-mortems from files' },
  { name: 'Pull requests', access: 'read', says: 'no merged changes, nor what took them back' },
  { name: 'Deployments', access: 'read', says: 'no failed deployments' },
  { name: 'Actions', access: 'read', says: 'no failed runs of deployment workflows, nor their logs' },
  { name: 'Issues', access: 'read and write', says: 'no incidents from issues, no improvement issues' },
  {
    name: 'Checks',
    access: 'read and write',
    says: 'no annotations of failed jobs, no checks on pull requests',
    only: 'app',
  },
  {
    name: 'Webhooks',
    access: 'read and write',
    says: 'news every few minutes, not at once (of the organisation or of each repository)',
    only: 'key',
  },
];

const pagerduty: readonly NeededPermission[] = [
  { name: 'incidents.read', says: nothing },
  { name: 'services.read', says: nothing },
  { name: 'change_events.read', says: 'no deployments that pipelines report to PagerDuty' },
  { name: 'incidents.write', says: 'no note on an incident that has happened before' },
  { name: 'webhook_subscriptions.read', says: 'news every few minutes, not at once' },
  { name: 'webhook_subscriptions.write', says: 'news every few minutes, not at once' },
];

/** Keys of PagerDuty are given whole: there are two sorts of them. */
const pagerdutyKey: readonly NeededPermission[] = [
  { name: 'Key with full access', says: 'everything' },
  { name: 'Read-only key', says: 'all but notes on incidents; news every few minutes, not at once' },
];

/** What is asked of an account that is connected this way. */
export function neededPermissions(provider: 'github' | 'pagerduty', way: Way): readonly NeededPermission[] {
  if (provider === 'github') return github.filter(({ only }) => only === undefined || only === way);
  return way === 'key' ? pagerdutyKey : pagerduty;
}
