import { dayInMs, EncryptionStatus, ForgettingsAnswer } from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';
import { listAll } from '../list-all.ts';
import { type Finding, find, note } from './finding.ts';

/** A worker does it beside everything else, in seconds or, for millions of payloads, in hours. */
const standsAfterMs = dayInMs;
const byWorker = 'The ingest-worker does it: what is wrong above holds it up, or its log says why';

/** Whether all that was to be forgotten is. */
export async function examineForgettings(api: ApiClient, now: number): Promise<Finding[]> {
  const owed = (await listAll(api, '/v1/forgettings', ForgettingsAnswer)).filter(({ state }) => state === 'owed');
  const standing = owed.filter(({ askedAt }) => stands(askedAt, now));
  const what = `${owed.length} forgettings are not done`;
  if (standing.length === 0)
    return [note('keeping', what, owed.length === 0 ? '' : 'npx refrain forget list tells how far it is')];
  const since = standing.map(({ id, askedAt }) => `${id} was asked for at ${askedAt}`);
  return [find('keeping', false, what, [...since, byWorker].join('\n'))];
}

/** Whether what is stored can be read, and whether a change of its key comes to its end. */
export async function examineKeys(api: ApiClient, now: number): Promise<Finding[]> {
  const { keys, rotation } = await api.get('/v1/encryption', EncryptionStatus);
  const missing = keys.filter(({ id, isGiven, isNeeded }) => id !== null && isNeeded && !isGiven).map(({ id }) => id);
  const findings = [
    find(
      'keeping',
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
      note('keeping', `${values} values are encrypted by ${by} still`, 'By the key in use: npx refrain keys rotate'),
    );
  }
  if (rotation === null) return findings;
  const { keyId, state, done, total, unreadable, begunAt } = rotation;
  if (state === 'running') {
    const what = `encrypting anew by ${keyId}: ${done} of ${total} values, since ${begunAt}`;
    const isStanding = stands(begunAt, now);
    return [
      ...findings,
      isStanding
        ? find('keeping', false, what, byWorker)
        : note('keeping', what, 'npx refrain keys status tells how far it is'),
    ];
  }
  return [
    ...findings,
    find(
      'keeping',
      unreadable === 0,
      `${unreadable} values could not be encrypted anew`,
      'No key that is given opens them, or a process goes on by another one: give all processes the same keys, then run npx refrain keys rotate',
    ),
  ];
}

function stands(since: string, now: number): boolean {
  return now - Date.parse(since) > standsAfterMs;
}
