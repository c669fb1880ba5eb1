import type { Way } from './account-draft.ts';

export interface NeededPermission {
  /** As the provider's settings call it. */
  readonly name: string;
  readonly access: string;
  /** What is not known or not done without it. */
  readonly without: string;
  readonly only?: Way;
}

const nothing = 'nothing works';

const github: readonly NeededPermission[] = [
  { name: 'Metadata', access: 'read', without: nothing },
  { name: 'Contents', access: 'read', without: 'no reverted changes, no post-mortems from files' },
  { name: 'Pull requests', access: 'read', without: 'no merged changes, nor what took them back' },
  { name: 'Deployments', access: 'read', without: 'no failed deployments' },
  { name: 'Actions', access: 'read', without: 'no failed runs of deployment workflows, nor their logs' },
  { name: 'Issues', access: 'read and write', without: 'no incidents from issues, no improvement issues' },
  {
    name: 'Checks',
    access: 'read and write',
    without: 'no annotations of failed jobs, no checks on pull requests',
    only: 'app',
  },
  {
    name: 'Webhooks',
    access: 'read and write',
    without: 'news every few minutes, not at once (of the organisation or of each repository)',
    only: 'key',
  },
];

const pagerduty: readonly NeededPermission[] = [
  { name: 'incidents.read', access: 'read', without: nothing },
  { name: 'services.read', access: 'read', without: nothing },
  { name: 'change_events.read', access: 'read', without: 'no deployments that pipelines report to PagerDuty' },
  { name: 'incidents.write', access: 'write', without: 'no note on an incident that has happened before' },
  { name: 'webhook_subscriptions.read', access: 'read', without: 'news every few minutes, not at once' },
  { name: 'webhook_subscriptions.write', access: 'write', without: 'news every few minutes, not at once' },
];

/** Keys of PagerDuty are given whole: there are two sorts of them. */
const pagerdutyKey: readonly NeededPermission[] = [
  { name: 'Key with full access', access: 'read and write', without: nothing },
  { name: 'Read-only key', access: 'read', without: 'no notes on incidents; news every few minutes, not at once' },
];

/** What is asked of an account that is connected this way. */
export function neededPermissions(provider: 'github' | 'pagerduty', way: Way): readonly NeededPermission[] {
  if (provider === 'github') return github.filter(({ only }) => only === undefined || only === way);
  return way === 'key' ? pagerdutyKey : pagerduty;
}
