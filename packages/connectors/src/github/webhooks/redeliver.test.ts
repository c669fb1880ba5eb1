import { afterEach, describe, expect, it } from 'vitest';
import type { ReceivedRequest, Reply } from '../../testing.ts';
import { createGitHubTestServers, createInstallationTokenResponder, testApp, testAppCredential } from '../testing.ts';
import { redeliverGitHubWebhooks } from './hooks.ts';

const { clientOn, closeAll } = createGitHubTestServers();
afterEach(closeAll);

describe('redelivery', () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const attempt = (id: number, guid: string, hours: number, status_code: number, more: object = {}) => ({
    id,
    guid,
    delivered_at: hoursAgo(hours),
    status: status_code === 200 ? 'OK' : 'timed out',
    status_code,
    ...more,
  });

  function deliveries(pages: object[][]) {
    return ({ method, url, headers }: ReceivedRequest): Reply => {
      if (method === 'POST') return { status: 202, body: {} };
      const at = Number(url.searchParams.get('cursor') ?? 0);
      const link = `<http://${headers.host}${url.pathname}?per_page=100&cursor=${at + 1}>; rel="next"`;
      return { body: pages[at] ?? [], headers: at + 1 < pages.length ? { link } : {} };
    };
  }

  it('redelivers deliveries without a successful attempt, oldest first', async () => {
    const { client, writes } = await clientOn(
      deliveries([
        [attempt(9, 'new', 1, 0), attempt(8, 'healed', 2, 200)],
        [
          attempt(7, 'twice', 3, 500),
          attempt(6, 'healed', 4, 0),
          attempt(5, 'twice', 5, 0),
          attempt(4, 'fine', 6, 200),
        ],
      ]),
    );
    const webhook = { id: '/orgs/acme/hooks/12', since: hoursAgo(48) };
    expect(await redeliverGitHubWebhooks(client, webhook)).toBe(2);
    expect(writes().map(({ to }) => to)).toEqual([
      'POST /orgs/acme/hooks/12/deliveries/7/attempts',
      'POST /orgs/acme/hooks/12/deliveries/9/attempts',
    ]);
  });

  it('does not redeliver a delivery that has arrived, at the first attempt or later', async () => {
    const [first, again] = [{ redelivery: false }, { redelivery: true }];
    const { client } = await clientOn(
      deliveries([
        [attempt(9, 'failed again', 1, 0, again), attempt(8, 'healed', 2, 200, again)],
        [attempt(7, 'failed again', 3, 200, first), attempt(6, 'healed', 4, 0, first)],
      ]),
    );
    expect(await redeliverGitHubWebhooks(client, { id: '/orgs/acme/hooks/12', since: hoursAgo(48) })).toBe(0);
  });

  it('reads only deliveries of the requested period that GitHub still redelivers', async () => {
    const pages = [[attempt(3, 'a', 1, 0), attempt(2, 'b', 80, 0)], [attempt(1, 'c', 90, 0)]];
    for (const since of [hoursAgo(2), hoursAgo(1_000)]) {
      const { client, server } = await clientOn(deliveries(pages));
      expect(await redeliverGitHubWebhooks(client, { id: '/repos/acme/api/hooks/1', since })).toBe(1);
      expect(server.requests).toHaveLength(2);
    }
  });

  it('uses the pages read before a cursor expired, and throws if they contain no missing delivery', async () => {
    const webhook = { id: '/orgs/acme/hooks/12', since: hoursAgo(48) };
    for (const [status, asked] of [
      [0, 1],
      [200, null],
    ] as const) {
      const all = deliveries([[attempt(9, 'new', 1, status)], []]);
      const { client } = await clientOn((request) =>
        request.url.searchParams.has('cursor') ? { status: 422, body: { message: 'Expired' } } : all(request),
      );
      expect(await redeliverGitHubWebhooks(client, webhook).catch(({ context }) => context.status)).toBe(asked ?? 422);
    }
  });

  it('gives up a delivery that is rejected repeatedly', async () => {
    const { client } = await clientOn(deliveries([[5, 4, 3, 2, 1].map((id) => attempt(id, 'same', 10 - id, 400))]));
    expect(await redeliverGitHubWebhooks(client, { id: '/orgs/acme/hooks/12', since: hoursAgo(48) })).toBe(0);
  });

  it('requests one redelivery while the receiver does not respond, and all others once the receiver responds', async () => {
    const failures = Array.from({ length: 9 }, (_, at) =>
      attempt(20 - at, `g${at % 3}`, 1 + at, 0, { redelivery: at < 6 }),
    );
    const { client: down } = await clientOn(deliveries([failures]));
    const webhook = { id: '/orgs/acme/hooks/12', since: hoursAgo(48) };
    expect(await redeliverGitHubWebhooks(down, webhook)).toBe(1);
    const { client: up } = await clientOn(
      deliveries([[attempt(21, 'g0', 0.5, 200, { redelivery: true }), ...failures]]),
    );
    expect(await redeliverGitHubWebhooks(up, webhook)).toBe(2);
  });

  it('skips deliveries for other installations of an App, and supports ids beyond 2^53', async () => {
    const desk = createInstallationTokenResponder();
    const list = `[{"id":90071992547409930,"guid":"a","delivered_at":"${hoursAgo(1)}","status":"x","status_code":0,"installation_id":${testApp.installationId}},
      {"id":1,"guid":"b","delivered_at":"${hoursAgo(1)}","status":"x","status_code":0,"installation_id":999}]`;
    const { client, writes } = await clientOn((asked) => {
      if (asked.method === 'POST') return desk(asked) ?? { status: 202, body: {} };
      return { body: list, headers: { 'content-type': 'application/json' } };
    }, testAppCredential);
    expect(await redeliverGitHubWebhooks(client, { id: '/app/hook', since: hoursAgo(48) })).toBe(1);
    expect(writes().map(({ to }) => to)).toEqual(['POST /app/hook/deliveries/90071992547409930/attempts']);
  });

  it('does not redeliver from a hook that lacks the present secret', async () => {
    const { client, server } = await clientOn(deliveries([[attempt(1, 'a', 1, 401)]]));
    const webhook = { id: '/repos/acme/api/hooks/1:unshared', since: hoursAgo(48) };
    expect(await redeliverGitHubWebhooks(client, webhook)).toBe(0);
    expect(server.requests).toEqual([]);
  });

  it('redelivers nothing from a removed hook', async () => {
    const { client } = await clientOn(() => ({ status: 404, body: {} }));
    expect(await redeliverGitHubWebhooks(client, { id: '/orgs/acme/hooks/12', since: hoursAgo(48) })).toBe(0);
  });
});
