import { expect, test } from 'vitest';
import { redisAway, startApiUnderTest } from './api-under-test.ts';
import { failureDraft, patternOf } from './stored-under-test.ts';

/** Each request may wait for Redis for five seconds. */
const patience = 60_000;
const api = await startApiUnderTest({ redisUrl: redisAway });

test(
  'with Redis away what was stored has succeeded, and the trouble is reported',
  async () => {
    const line = JSON.stringify({ type: 'archive.incident', deliveryKey: 'a', payload: { title: 'a' } });
    const imported = await fetch(`${api.url}/v1/archives/old/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/x-ndjson' },
      body: line,
    });
    expect(imported.status).toBe(200);
    const { connection } = (await imported.json()) as { connection: { id: string } };
    expect(await api.store.inbox.countUnprocessed(connection.id)).toBe(1);

    await api.store.failures.upsert(connection.id, [failureDraft('one')]);
    const [failure] = (await api.store.failures.list({ limit: 1 })).items;
    const decision = { kind: 'not_a_failure', failureId: failure?.id };
    const corrected = await api.ask('POST', '/v1/corrections', decision);
    expect(corrected.status).toBe(201);
    expect((await api.ask('DELETE', `/v1/corrections/${corrected.body.id}`)).status).toBe(204);

    const patterns = [{ pattern: patternOf('p1'), members: [] }];
    await api.store.patterns.writeGrouping({ episodes: [], patterns, lineage: [], inputVersion: 'v' });
    const { id } = await api.store.improvements.ensure('p1', { repository: 'acme/api', title: 'Bound it' });
    expect(await api.ask('POST', `/v1/improvements/${id}/approve`, {})).toMatchObject({
      status: 200,
      body: { state: 'approved' },
    });

    expect((await api.ask('DELETE', `/v1/connections/${connection.id}`)).status).toBe(204);
    expect(await api.store.connections.list()).toEqual([]);
    expect(api.errors.map(({ code, message }) => `${code}: ${message}`)).toEqual(
      ['normalise-records', 'recluster', 'recluster', 'ensure-issue', 'recluster'].map(
        (name) => `unavailable: ${name} could not be queued; the reconciler will do it.`,
      ),
    );
  },
  patience,
);
