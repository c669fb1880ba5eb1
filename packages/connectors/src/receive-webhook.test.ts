import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readRecord } from './read-record.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { errorFrom } from './testing.ts';

const secret = "It's a Secret to Everybody";
const sign = (body: string, key = secret) => createHmac('sha256', key).update(body).digest('hex');

describe('GitHub', () => {
  const deliver = (body: string, signature: string | undefined, event = 'push') =>
    receiveWebhook(
      'github',
      { headers: { 'x-hub-signature-256': signature, 'x-github-event': event }, body: Buffer.from(body) },
      [secret],
    );

  it('accepts the vector of the documentation, although its body is no JSON', async () => {
    const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
    expect(await deliver('Hello, World!', signature)).toMatchObject([
      { type: 'github.event.push', payload: { unreadable: 'Hello, World!' } },
    ]);
  });

  it('refuses a wrong, missing or malformed signature, and a changed body', async () => {
    const right = sign('{}');
    for (const signature of [
      undefined,
      '',
      right,
      `sha1=${right}`,
      `sha256=${right.slice(2)}`,
      `sha256=${sign('{ }')}`,
    ]) {
      expect((await errorFrom(() => deliver('{}', signature))).code).toBe('signature_invalid');
    }
    expect((await errorFrom(() => deliver('{"a":1}', `sha256=${right}`))).code).toBe('signature_invalid');
  });

  it('gives a redelivery the same key, and another body another one', async () => {
    const key = async (body: string) => (await deliver(body, `sha256=${sign(body)}`))[0]?.deliveryKey;
    expect(await key('{"a":1}')).toBe(await key('{"a":1}'));
    expect(await key('{"a":1}')).not.toBe(await key('{"a":2}'));
  });

  it('reads a form delivery, and keeps an event whose name is none', async () => {
    const form = `payload=${encodeURIComponent('{"zen":"x"}')}`;
    expect(await deliver(form, `sha256=${sign(form)}`, 'ping')).toMatchObject([{ payload: { zen: 'x' } }]);
    const [record] = await deliver('{}', `sha256=${sign('{}')}`, '../../etc');
    expect(record?.type).toBe('github.event.unknown');
    expect(readRecord('github', { type: record?.type ?? '', payload: {} }).outcome).toBe('irrelevant');
  });

  it('accepts the secret before while it is being replaced, and not one of other secrets', async () => {
    const body = '{"zen":"x"}';
    const deliver = (key: string) =>
      receiveWebhook(
        'github',
        {
          headers: { 'x-hub-signature-256': `sha256=${sign(body, key)}`, 'x-github-event': 'ping' },
          body: Buffer.from(body),
        },
        ['present', 'former'],
      );
    expect(await deliver('former')).toEqual(await deliver('present'));
    expect((await errorFrom(() => deliver('older'))).code).toBe('signature_invalid');
  });

  it('never accepts anything under an empty secret, nor where there is none', async () => {
    const delivery = { headers: { 'x-hub-signature-256': `sha256=${sign('{}', '')}` }, body: Buffer.from('{}') };
    expect((await errorFrom(() => receiveWebhook('github', delivery, ['']))).code).toBe('signature_invalid');
    expect((await errorFrom(() => receiveWebhook('github', delivery, []))).code).toBe('signature_invalid');
  });
});

describe('PagerDuty', () => {
  const deliver = (body: string, signature: string) =>
    receiveWebhook('pagerduty', { headers: { 'x-pagerduty-signature': signature }, body: Buffer.from(body) }, [secret]);
  const incident = {
    id: 'P1',
    type: 'incident',
    title: 'Disk full on db1',
    status: 'resolved',
    created_at: '2024-05-01T10:00:00Z',
    html_url: 'https://acme.pagerduty.com/incidents/P1',
    service: { id: 'S1', summary: 'Database' },
    urgency: 'high',
  };
  const body = JSON.stringify({
    event: { id: 'E1', event_type: 'incident.resolved', occurred_at: '2024-05-01T11:00:00.169Z', data: incident },
  });

  it('accepts one matching signature among several', async () => {
    const signatures = `v1=${sign(body, 'former secret')}, v1=${sign(body)}`;
    const [record] = await deliver(body, signatures);
    expect(record).toMatchObject({ type: 'pagerduty.event.incident.resolved', deliveryKey: 'event/E1' });
    expect(readRecord('pagerduty', record ?? { type: '', payload: null }).failures).toMatchObject([
      { externalId: 'P1', services: ['Database'], resolvedAt: '2024-05-01T11:00:00.000Z', severity: 'high' },
    ]);
  });

  it('refuses all others', async () => {
    for (const signature of ['', `v0=${sign(body)}`, sign(body), `v1=${sign(body, 'other')}`]) {
      expect((await errorFrom(() => deliver(body, signature))).code).toBe('signature_invalid');
    }
  });

  it('keeps what it does not understand', async () => {
    for (const odd of ['[]', 'not JSON', '{"event":{"id":"E2","event_type":"service.updated"}}']) {
      const [record] = await deliver(odd, `v1=${sign(odd)}`);
      expect(readRecord('pagerduty', record ?? { type: '', payload: null }).outcome).toBe('irrelevant');
    }
  });
});
