import type { Trigger } from '@refrain/domain';
import { expect, test } from 'vitest';
import { statesTrigger } from './states-trigger.ts';

test.each<[Trigger, string]>([
  ['deployment', 'This was due to a deployment which introduced a query that saturated a primary database server.'],
  ['deployment', 'Errors began after the release of the worker.'],
  ['deployment', 'This was due to a change which was rolled back after alerts fired during the deployment.'],
  ['config_push', 'The incident was caused by a configuration change on our eventing platform.'],
  ['dependency_change', 'This was due to an outage in a third-party provider.'],
  ['maintenance', 'The delays were caused by a database migration.'],
  ['hardware', 'The disk failed.'],
])('statesTrigger finds the trigger %s in “%s”', (trigger, sentence) => {
  expect(statesTrigger(trigger, sentence)).toBe(true);
});

test.each<[Trigger, string]>([
  ['deployment', 'We are seeing gradual recovery as we deploy a fix for the root cause.'],
  ['deployment', 'We have identified the cause of the issue and are deploying a fix.'],
  ['deployment', 'A fix for the cause has been deployed.'],
  ['deployment', 'Since the incident, we have deployed changes to improve how runners are allocated.'],
  ['deployment', 'We rolled back after the errors began.'],
])('statesTrigger does not find the trigger %s in “%s”', (trigger, sentence) => {
  expect(statesTrigger(trigger, sentence)).toBe(false);
});
