import { describe, expect, test } from 'vitest';
import { indexWordPositions } from '../../text/phrases/word-positions.ts';
import { findMechanisms } from '../find-mechanisms.ts';

const find = (text: string) => findMechanisms(indexWordPositions([{ text, weight: 1 }]));

describe('the three strongest mechanisms include the right one', () => {
  test.each([
    ['The importer held the entire catalogue in memory and exited with code 137.', 'memory-exhausted'],
    ['Old dumps had eaten the whole partition, and zero bytes were left.', 'disk-full'],
    ['Every core was busy with compression, and no idle time was left.', 'cpu-saturated'],
    ['All database sessions were taken by idle workers, and none was left for the shop.', 'connections-exhausted'],
    ['Our own export job saturated the disks of the primary.', 'own-workload-overload'],
    ['The project reached the maximum number of rules per account.', 'quota-exceeded'],
    ['The vendor throttled our calls because we sent too many requests per second.', 'rate-limited'],
    ['The region had run out of machines of that type.', 'supplier-out-of-capacity'],
    ['The pod range had no free address for another pod.', 'ip-addresses-exhausted'],
    ['Messages piled up behind a slow customer, and a million items waited in the queue.', 'backlog'],
    ['The optimizer chose a nested loop over millions of rows.', 'slow-queries'],
    ['The cache was flushed, and every request went to the database.', 'cache-emptied'],
    ['Clients repeated failed calls immediately and without backoff.', 'retry-storm'],
    ['The autoscaler never added a replica before the peak was over.', 'autoscaling-failed'],
    ['The key column was a signed 32 bit integer and reached its limit.', 'identifiers-exhausted'],
  ])('a lack of capacity: "%s" states %s', expectMechanism);

  test.each([
    ['The handler read the field unconditionally, but guests have no such key.', 'missing-value'],
    ['Two workers updated the same row simultaneously, and one write was lost.', 'race-condition'],
    ['The listeners were never removed, so memory grew steadily for weeks.', 'resource-leak'],
    ['The trigger wrote to its own table, which triggered it again, endlessly.', 'endless-loop'],
    ['The page issued a separate query for each row instead of one.', 'inefficient-code'],
    ['The new pods wrote a format that old pods could not read.', 'incompatible-versions'],
    ['The job interpreted milliseconds as seconds.', 'date-handling'],
    ['The edge kept serving a stale copy of the page after the purge failed.', 'cache-fault'],
  ])('a defect of the code: "%s" states %s', expectMechanism);

  test.each([
    ['The record still pointed at a decommissioned server.', 'dns-record'],
    ['The proxy sent all traffic to the empty standby pool.', 'traffic-misrouted'],
    ['The filter took legitimate uploads for an injection and blocked them.', 'firewall-block'],
    ['The timeout was shorter than the export takes.', 'wrong-limit'],
    ['Somebody had edited the live hosts by hand, and they no longer matched the repository.', 'state-drift'],
    ['Adding the column rewrote the table and blocked all writes.', 'migration-lock'],
    ['The standby never caught up because the segment was recycled.', 'replication-broken'],
    ['The alias pointed to an empty index after the rebuild.', 'index-unusable'],
  ])('a wrong configuration or broken data: "%s" states %s', expectMechanism);

  test.each([
    ['The image tag was latest, so the rebuild pulled another major version.', 'unpinned-version'],
    ['Two libraries required different versions of the same parser.', 'dependency-conflict'],
    ['The signing certificate ran out on Sunday.', 'certificate-expired'],
    ['The licence had ended the day before.', 'credential-expired'],
    ['The provider switched off the legacy endpoint that we still called.', 'retired-version'],
    ['The host came back with a clock two hours in the past.', 'clock-or-calendar'],
    ['The hypervisor froze and took six guests with it.', 'node-lost'],
  ])('a dependency, a date or a machine: "%s" states %s', expectMechanism);

  test.each([
    ['The clean-up was meant for staging but ran against the live database.', 'wrong-target'],
    ['A colleague deleted the bucket in the belief that it was unused.', 'accidental-deletion'],
    ['The new rule was pushed to all regions simultaneously and without a canary.', 'all-at-once'],
    ['Nobody ran the script that the checklist demands after a release.', 'step-missed'],
    ['The column was dropped before the new code was deployed.', 'wrong-order'],
    ['A tag pushed for a test matched the pattern and started the deployment.', 'unintended-pipeline-run'],
    ['A half finished draft slipped into the release.', 'unfinished-work-released'],
    ['The password was printed in plain text in the logs.', 'credentials-exposed'],
    ['The role had never been granted write access to the bucket.', 'permission-missing'],
    ['The redirect URI of the SSO client did not match the new hostname.', 'sign-in-misconfigured'],
  ])('a process or an access: "%s" states %s', expectMechanism);
});

function expectMechanism(text: string, id: string): void {
  const ids = find(text).map(({ mechanism }) => mechanism.id);
  expect(ids.slice(0, 3)).toContain(id);
}

test.each([
  'Customers saw an error message when they opened the page.',
  'We will publish a further update within the hour.',
  'The team met on Thursday to discuss the follow-up work.',
  'The rollback finished, and the error rate returned to its normal level.',
])('the sentence "%s" does not state a mechanism strongly', (text) => {
  expect(find(text).filter(({ score }) => score >= 0.9)).toEqual([]);
});
