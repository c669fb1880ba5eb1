import type { Measurement } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();
const at = '2026-01-02T03:04:05.678Z';
const templateOf = (repository: string, template: string, fields: object = {}) => ({
  repository,
  template,
  reverts: 7,
  failures: 3,
  planned: 2,
  unclear: 2,
  linked: 0,
  lastAt: at,
  examples: [],
  ...fields,
});
const list = async (query = '') =>
  (await api.ask('GET', `/v1/revert-templates${query}`)).body as { items: Record<string, unknown>[] };

test('needsDecision is true for a revert template until a person decides, and again after the decision is undone', async () => {
  expect(await list()).toEqual({ items: [] });
  const revertTemplates = [
    templateOf('acme/infra', 'drain * for maintenance'),
    templateOf('acme/infra', 'bump * to *', { failures: 0 }),
    templateOf('acme/shop', 'show banner for *', { linked: 1 }),
  ];
  const durations = { finished: 0, open: 0 } as unknown as Measurement['durations'];
  await api.store.reports.writeMeasurement(
    {
      asOf: at,
      trends: null,
      controlChart: null,
      durations,
      delivery: null,
      backtest: null,
      revertTemplates,
    },
    [],
  );
  const listIsAsked = async () => (await list()).items.map(({ needsDecision }) => needsDecision);
  expect(await listIsAsked()).toEqual([true, false, false]);
  expect((await list('?repository=acme%2Fshop')).items).toHaveLength(1);

  const decision = {
    kind: 'title_template',
    repository: 'acme/infra',
    template: ' Drain * for maintenance',
    areFailures: false,
  };
  const { status, body } = await api.ask('POST', '/v1/corrections', decision);
  expect(status).toBe(201);
  expect((await list()).items[0]).toMatchObject({
    needsDecision: false,
    decision: { correctionId: body.id, areFailures: false },
  });
  expect((await api.ask('GET', '/v1/corrections?kind=title_template')).body).toMatchObject({ total: 1 });
  await api.ask('DELETE', `/v1/corrections/${body.id}`);
  expect(await listIsAsked()).toEqual([true, false, false]);
});

test('rejects a title template that consists only of *, because it would match every title', async () => {
  const decision = { kind: 'title_template', repository: 'acme/infra', template: '* *', areFailures: false };
  expect(await api.ask('POST', '/v1/corrections', decision)).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('at least one word that is not *') },
  });
});
