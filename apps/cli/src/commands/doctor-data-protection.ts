import { dayInMs, EncryptionStatus, ErasuresResponse } from '@refrain/domain';
import { type ApiClient, requestAllPages } from '../api-client.ts';
import { createDoctorFinding, createInformationalFinding, type DoctorFinding } from './doctor-finding.ts';

/** An erasure normally takes seconds, or hours with millions of payloads. After a day it is reported as stalled. */
const stalledAfterMs = dayInMs;
const byWorker = 'The ingest-worker does this. A problem listed above is delaying it, or its log has the reason';

export async function examineErasures(api: ApiClient, now: number): Promise<DoctorFinding[]> {
  const pending = (await requestAllPages(api, '/v1/erasures', ErasuresResponse)).filter(
    ({ state }) => state === 'pending',
  );
  const stalled = pending.filter(({ requestedAt }) => isStalled(requestedAt, now));
  const what = `${pending.length} erasures are not finished`;
  if (stalled.length === 0)
    return [
      createInformationalFinding(
        'data_protection',
        what,
        pending.length === 0 ? '' : 'Their progress: npx refrain erase list',
      ),
    ];
  const since = stalled.map(({ id, requestedAt }) => `${id} was requested at ${requestedAt}`);
  return [createDoctorFinding('data_protection', false, what, [...since, byWorker].join('\n'))];
}

export async function examineEncryptionKeys(api: ApiClient, now: number): Promise<DoctorFinding[]> {
  const { keys, rotation } = await api.get('/v1/encryption', EncryptionStatus);
  const missing = keys.filter(({ id, isGiven, isNeeded }) => id !== null && isNeeded && !isGiven).map(({ id }) => id);
  const findings = [
    createDoctorFinding(
      'data_protection',
      missing.length === 0,
      `${missing.length} encryption keys are missing`,
      `${missing.join(', ')}: add each to REFRAIN_ENCRYPTION_OTHER_KEYS of all processes, and restart them`,
    ),
  ];
  const former = keys.filter(
    ({ isPresent, isNeeded, isGiven, values }) => !isPresent && isNeeded && isGiven && values > 0,
  );
  if (rotation?.state !== 'running' && former.length > 0) {
    const values = former.reduce((sum, key) => sum + key.values, 0);
    const by = former.map(({ id }) => id).join(', ');
    findings.push(
      createInformationalFinding(
        'data_protection',
        `${values} values are still encrypted with ${by}`,
        'To encrypt them with the current key: npx refrain keys rotate',
      ),
    );
  }
  if (rotation === null) return findings;
  const { keyId, state, done, total, unreadable, begunAt } = rotation;
  if (state === 'running') {
    const what = `key rotation to ${keyId}: ${done} of ${total} values, since ${begunAt}`;
    const isStalledRotation = isStalled(begunAt, now);
    return [
      ...findings,
      isStalledRotation
        ? createDoctorFinding('data_protection', false, what, byWorker)
        : createInformationalFinding('data_protection', what, 'Its progress: npx refrain keys status'),
    ];
  }
  return [
    ...findings,
    createDoctorFinding(
      'data_protection',
      unreadable === 0,
      `${unreadable} values could not be re-encrypted`,
      'None of the configured keys decrypts them, or a process uses another key. Give all processes the same keys, then run npx refrain keys rotate',
    ),
  ];
}

function isStalled(since: string, now: number): boolean {
  return now - Date.parse(since) > stalledAfterMs;
}
