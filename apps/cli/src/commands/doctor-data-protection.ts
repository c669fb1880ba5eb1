import { dayInMs, EncryptionStatus, ErasuresResponse } from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';
import { listAll } from '../list-all.ts';
import { type Finding, find, note } from './finding.ts';

/** A worker does it beside everything else, in seconds or, for millions of payloads, in hours. */
const stalledAfterMs = dayInMs;
const byWorker = 'The ingest-worker does it: what is wrong above holds it up, or its log says why';

/** Whether all that was to be forgotten is. */
export async function examineErasures(api: ApiClient, now: number): Promise<Finding[]> {
  const pending = (await listAll(api, '/v1/erasures', ErasuresResponse)).filter(({ state }) => state === 'pending');
  const stalled = pending.filter(({ requestedAt }) => isStalled(requestedAt, now));
  const what = `${pending.length} forgettings are not done`;
  if (stalled.length === 0)
    return [note('data_protection', what, pending.length === 0 ? '' : 'npx refrain erase list tells how far it is')];
  const since = stalled.map(({ id, requestedAt }) => `${id} was asked for at ${requestedAt}`);
  return [find('data_protection', false, what, [...since, byWorker].join('\n'))];
}

/** Whether what is stored can be read, and whether a change of its key comes to its end. */
export async function examineKeys(api: ApiClient, now: number): Promise<Finding[]> {
  const { keys, rotation } = await api.get('/v1/encryption', EncryptionStatus);
  const missing = keys.filter(({ id, isGiven, isNeeded }) => id !== null && isNeeded && !isGiven).map(({ id }) => id);
  const findings = [
    find(
      'data_protection',
      missing.length === 0,
      `${missing.length} keys are needed and not given`,
      `${missing.join(', ')}: give each to all processes, among REFRAIN_ENCRYPTION_OTHER_KEYS, and restart them`,
    ),
  ];
  const former = keys.filter(
    ({ isPresent, isNeeded, isGiven, values }) => !isPresent && isNeeded && isGiven && values > 0,
  );
  if (rotation?.state !== 'running' && former.length > 0) {
    const values = former.reduce((sum, key) => sum + key.values, 0);
    const by = former.map(({ id }) => id ?? 'one that is not named').join(', ');
    findings.push(
      note(
        'data_protection',
        `${values} values are encrypted by ${by} still`,
        'By the key in use: npx refrain keys rotate',
      ),
    );
  }
  if (rotation === null) return findings;
  const { keyId, state, done, total, unreadable, begunAt } = rotation;
  if (state === 'running') {
    const what = `encrypting anew by ${keyId}: ${done} of ${total} values, since ${begunAt}`;
    const isStalledRotation = isStalled(begunAt, now);
    return [
      ...findings,
      isStalledRotation
        ? find('data_protection', false, what, byWorker)
        : note('data_protection', what, 'npx refrain keys status tells how far it is'),
    ];
  }
  return [
    ...findings,
    find(
      'data_protection',
      unreadable === 0,
      `${unreadable} values could not be encrypted anew`,
      'No key that is given opens them, or a process goes on by another one: give all processes the same keys, then run npx refrain keys rotate',
    ),
  ];
}

function isStalled(since: string, now: number): boolean {
  return now - Date.parse(since) > stalledAfterMs;
}
