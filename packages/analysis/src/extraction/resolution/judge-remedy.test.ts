import { expect, test } from 'vitest';
import { readSentencesWithSignals } from '../report-passages.ts';
import { judgeRemedy } from './judge-remedy.ts';

const judge = (text: string) => readSentencesWithSignals(text).map(judgeRemedy)[0];

test.each([
  'We mitigated the incident by restarting the worker.',
  'The pool was moved to a larger disk, which resolved the errors.',
  'The rollback fixed it.',
  'The provider resolved the outage of their gateway.',
  'The queue recovered on its own after an hour.',
  '10:20 Restarted the worker',
  '10:20 Ann disables the feature flag',
])('judgeRemedy accepts an action, or an event that ended the incident: %s', (text) => {
  expect(judge(text)).toBe('action');
});

test.each([
  'We have applied a mitigation and are monitoring the service.',
  'The issue with the gateway has been resolved for all affected users.',
  'The incident was marked resolved at 08:48 UTC.',
  'Recovery looks consistent with gateways creating and resuming sessions.',
  'A rollout caused a subset of the records to be lost after being delivered successfully.',
  'Error rates are decreasing and service is restored.',
])('judgeRemedy tells a success without a known action apart: %s', (text) => {
  expect(judge(text)).not.toBe('action');
});

test.each([
  'We noticed that the worker had restarted and an alert fired.',
  'We restarted the worker but it did not help.',
  'We are rolling out a fix.',
  'Mitigation continues, and we scaled the pool.',
  'We have reduced the error rate, but users may still see errors.',
  'We restarted the workers, and we expect the backlog to be processed by tomorrow.',
  'Improve the control plane so that changes are pushed during an outage.',
  'To prevent similar incidents in the future, we added alerts.',
  'Latency increased the load on the gateway after a deployment.',
  'As part of the recovery, we ran a large migration, which caused replication delays.',
  'While many instances recovered by themselves, some remained stuck.',
  'standby: recovery restarted, max_standby_streaming_delay reached',
  '10:20 Suggested to roll back the release',
  '10:20 Resolved by the on-call engineer through the website.',
])('judgeRemedy rejects observations, failed attempts, plans and follow-ups: %s', (text) => {
  expect(judge(text)).toBe('other');
});
