import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listNamesOfPeople } from '../people/list-names-of-people.ts';
import { scrubParsedPayload } from '../scrub/scrub-parsed-payload.ts';
import { captureAppError } from '../testing.ts';
import { providers } from './providers.ts';

const { readRecord, receiveWebhook } = providers;

const secret = "It's a Secret to Everybody";
const sign = (body: string, key = secret) => createHmac('sha256', key).update(body).digest('hex');

describe('GitHub', () => {
  const deliver = (body: string, signature: string | undefined, event = 'push') =>
    receiveWebhook(
      'github',
      { headers: { 'x-hub-signature-256': signature, 'x-github-event': event }, body: Buffer.from(body) },
      [secret],
    );

  it("accepts GitHub's documented test vector, although the body is not JSON", async () => {
    const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
    expect(await deliver('Hello, World!', signature)).toMatchObject([
      { type: 'github.event.push', payload: { unreadable: 'Hello, World!' } },
    ]);
  });

  it('rejects a wrong, missing or malformed signature, and a changed body', async () => {
    const right = sign('{}');
    for (const signature of [
      undefined,
      '',
      right,
      `sha1=${right}`,
      `sha256=${right.slice(2)}`,
      `sha256=${sign('{ }')}`,
    ]) {
      expect((await captureAppError(() => deliver('{}', signature))).code).toBe('signature_invalid');
    }
    expect((await captureAppError(() => deliver('{"a":1}', `sha256=${right}`))).code).toBe('signature_invalid');
  });

  const deliverSigned = (payload: unknown, event: string) => {
    const body = JSON.stringify(payload);
    return deliver(body, `sha256=${sign(body)}`, event);
  };

  it('gives a redelivery the same key, and a different body a different key', async () => {
    const key = async (ref: string) => (await deliverSigned({ ref, commits: [] }, 'push'))[0]?.deliveryKey;
    expect(await key('refs/heads/main')).toBe(await key('refs/heads/main'));
    expect(await key('refs/heads/main')).not.toBe(await key('refs/heads/next'));
  });

  /**
   * A minimal body of each event that Refrain reads. As on GitHub, it also contains objects that are typical of other
   * events.
   */
  const bodies: Readonly<Record<string, object>> = {
    push: { ref: 'refs/heads/main', commits: [] },
    deployment: { deployment: {}, workflow_run: {}, workflow: {} },
    deployment_status: { deployment_status: {}, deployment: {}, check_run: {}, workflow_run: {} },
    workflow_run: { workflow_run: {}, workflow: {} },
    check_run: { action: 'rerequested', check_run: { check_suite: {} } },
    check_suite: { action: 'rerequested', check_suite: {} },
    issues: { issue: {}, label: {} },
    issue_comment: { issue: {}, comment: {} },
    pull_request: { pull_request: {}, number: 1 },
  };

  it('accepts a body only under the event name that it belongs to', async () => {
    for (const [own, body] of Object.entries(bodies)) {
      for (const name of Object.keys(bodies)) {
        const received = deliverSigned(body, name);
        if (name === own) {
          expect(await received).toMatchObject([{ type: `github.event.${own}`, payload: body }]);
        } else {
          const { code, message } = await captureAppError(() => received);
          expect([own, code, message]).toEqual([own, 'invalid_input', expect.stringContaining(`is ${name}, but`)]);
        }
      }
    }
  });

  it('stores a delivery even if the body was sent before under another event name', async () => {
    for (const [own, body] of Object.entries(bodies)) {
      const [genuine] = await deliverSigned(body, own);
      for (const name of ['ping', 'star', 'not_yet_thought_of_2', '../../etc']) {
        const [earlier] = await deliverSigned(body, name);
        expect([own, earlier?.deliveryKey]).not.toEqual([own, genuine?.deliveryKey]);
      }
    }
    const [first, second] = await Promise.all([deliverSigned({}, 'ping'), deliverSigned({}, 'star')]);
    expect(first?.[0]?.deliveryKey).toBe(second?.[0]?.deliveryKey);
  });

  it('parses a form-encoded delivery, and keeps an event with an invalid name', async () => {
    const form = `payload=${encodeURIComponent('{"zen":"x"}')}`;
    expect(await deliver(form, `sha256=${sign(form)}`, 'ping')).toMatchObject([{ payload: { zen: 'x' } }]);
    const withSpaces = 'payload=%7B%22zen%22:+%22%C3%A9+%2B+1%22%7D&other=1';
    expect(await deliver(withSpaces, `sha256=${sign(withSpaces)}`, 'ping')).toMatchObject([
      { payload: { zen: 'é + 1' } },
    ]);
    const [record] = await deliver('{}', `sha256=${sign('{}')}`, '../../etc');
    expect(record?.type).toBe('github.event.unknown');
  });

  it('rejects events without a valid name or body, and ignores unknown kinds', async () => {
    const read = async (event: string | undefined, body: string) => {
      const headers = { 'x-hub-signature-256': `sha256=${sign(body)}`, 'x-github-event': event };
      const [record] = await receiveWebhook('github', { headers, body: Buffer.from(body) }, [secret]);
      return readRecord('github', record ?? { type: '', payload: null }).outcome;
    };
    for (const event of [undefined, '', 'Push', '../../etc', 'x'.repeat(61)]) {
      expect((await captureAppError(() => read(event, '{}'))).code).toBe('invalid_input');
    }
    for (const event of ['push', 'check_run', 'not_yet_thought_of_2']) {
      for (const body of ['', 'not JSON', '[]', 'null', '7', 'payload=not%20JSON', 'payload=%ZZ']) {
        expect((await captureAppError(() => read(event, body))).code).toBe('invalid_input');
      }
    }
    expect(await read('check_run', '{"check_run":{}}')).toBe('irrelevant');
    for (const event of ['ping', 'not_yet_thought_of_2']) expect(await read(event, '{}')).toBe('irrelevant');
  });

  it('stores events about check runs only if a person pressed a button', async () => {
    const receive = (action: string) => {
      const body = JSON.stringify({ action, check_run: {} });
      const headers = { 'x-hub-signature-256': `sha256=${sign(body)}`, 'x-github-event': 'check_run' };
      return receiveWebhook('github', { headers, body: Buffer.from(body) }, [secret]);
    };
    expect(await receive('completed')).toEqual([]);
    expect(await receive('created')).toEqual([]);
    expect(await receive('requested_action')).toHaveLength(1);
  });

  it('accepts the previous secret while it is being replaced, and no other secret', async () => {
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
    expect((await captureAppError(() => deliver('older'))).code).toBe('signature_invalid');
  });

  it('rejects every delivery if the secret is empty or missing', async () => {
    const delivery = { headers: { 'x-hub-signature-256': `sha256=${sign('{}', '')}` }, body: Buffer.from('{}') };
    expect((await captureAppError(() => receiveWebhook('github', delivery, ['']))).code).toBe('signature_invalid');
    expect((await captureAppError(() => receiveWebhook('github', delivery, []))).code).toBe('signature_invalid');
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

  it('accepts a PagerDuty delivery with one matching signature among several', async () => {
    const signatures = `v1=${sign(body, 'former secret')}, v1=${sign(body)}`;
    const [record] = await deliver(body, signatures);
    expect(record).toMatchObject({ type: 'pagerduty.event.incident.resolved', deliveryKey: 'event/E1' });
    expect(readRecord('pagerduty', record ?? { type: '', payload: null }).failures).toMatchObject([
      {
        externalId: 'P1',
        services: ['Database'],
        resolvedAt: '2024-05-01T11:00:00.000Z',
        severity: null,
        urgency: 'high',
      },
    ]);
  });

  it('rejects a PagerDuty delivery without a matching signature', async () => {
    for (const signature of ['', `v0=${sign(body)}`, sign(body), `v1=${sign(body, 'other')}`]) {
      expect((await captureAppError(() => deliver(body, signature))).code).toBe('signature_invalid');
    }
  });

  const read = async (odd: string) => {
    const [record] = await deliver(odd, `v1=${sign(odd)}`);
    return readRecord('pagerduty', record ?? { type: '', payload: null });
  };
  const named = (type: unknown, id: unknown = 'E2') => JSON.stringify({ event: { id, event_type: type } });

  it('reports a malformed PagerDuty event in one line', async () => {
    const names = ['Incident-Triggered', '', '.', 'incident.', '.triggered', 'a..b', 'a b', 'a\n', 'x'.repeat(81), 7];
    for (const odd of [
      '',
      '[]',
      'not JSON',
      '{"event":7}',
      named('service.updated', ''),
      ...names.map((n) => named(n)),
    ]) {
      const error = await captureAppError(() => read(odd));
      expect([odd, error.code, error.message]).toEqual([
        odd,
        'invalid_input',
        expect.stringMatching(/^Cannot read .+$/u),
      ]);
    }
  });

  it('ignores PagerDuty events of unknown kinds', async () => {
    for (const name of ['service.updated', 'pagey.ping', 'incident_v2.triggered', 'a.b.c_d.e2', 'x'.repeat(80)]) {
      expect([name, (await read(named(name))).outcome]).toEqual([name, 'irrelevant']);
    }
  });

  it('parses a body with 1,000 levels, and keeps a deeper one as text', async () => {
    const deep = (levels: number) => {
      const details = `${'[{"name":'.repeat(levels / 2)}"x"${'}]'.repeat(levels / 2)}`;
      return body.replace('"urgency":"high"', `"urgency":"high","body":{"details":${details}}`);
    };
    const around = 4; // the nested value is in four levels: the payload, its event, data and body
    const [record] = await deliver(deep(1_000 - around), `v1=${sign(deep(1_000 - around))}`);
    expect(JSON.stringify(record?.payload)).toBe(deep(1_000 - around));
    expect(scrubParsedPayload(await read(deep(1_000 - around))).failures).toMatchObject([{ externalId: 'P1' }]);
    expect(listNamesOfPeople(record?.payload)).toEqual([]);
    expect(providers.listStaleStreams('pagerduty', record ?? { type: '', payload: null })).toEqual([
      'incidents',
      'incidents:S1',
    ]);
    for (const levels of [1_002 - around, 100_000]) {
      const [kept] = await deliver(deep(levels), `v1=${sign(deep(levels))}`);
      expect(kept?.payload).toEqual({ unreadable: deep(levels) });
      expect((await captureAppError(() => read(deep(levels)))).code).toBe('invalid_input');
    }
  });
});
