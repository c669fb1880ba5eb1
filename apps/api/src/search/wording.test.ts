import { rewordBlame } from '@refrain/analysis';
import { WordingResponse } from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();

test('a wording check returns the blaming words and the reworded text', async () => {
  const text = 'The pod failed to start.\nThe engineer forgot to rotate the key.';
  const { status, body } = await api.ask('POST', '/v1/wording/check', { text });
  const { findings, reworded } = WordingResponse.parse(body);
  expect(status).toBe(200);
  expect(findings.map(({ words, kind }) => [words, kind])).toEqual([['The engineer forgot to', 'omission']]);
  expect(reworded).toBe('The pod failed to start.\nNothing prompted anyone to rotate the key.');
});

test('a wording check rejects a missing text, a text that is too long, and a missing token', async () => {
  expect((await api.ask('POST', '/v1/wording/check', {})).status).toBe(400);
  expect((await api.ask('POST', '/v1/wording/check', { text: 'a'.repeat(200_001) })).status).toBe(400);
  expect((await api.ask('POST', '/v1/wording/check', { text: 'a'.repeat(200_000) })).status).toBe(200);
  expect((await fetch(`${api.url}/v1/wording/check`, { method: 'POST' })).status).toBe(401);
});

test('a wording check of a long sentence returns 500 findings and says that there are more', async () => {
  const text = 'the engineer forgot to rotate the key, '.repeat(5_000);
  const { status, body } = await api.ask('POST', '/v1/wording/check', { text });
  expect(status).toBe(200);
  expect(body).toMatchObject({ hasMore: true });
  expect(body.findings).toHaveLength(500);
  expect(JSON.stringify(body).length).toBeLessThan(1_000_000);
});

test('the API responds to other requests while it checks a long text', async () => {
  const text = 'The engineer should have checked the dashboard and simply forgot to. '.repeat(2_800);
  const check = vi.spyOn(api.deps.wording, 'check');
  const checked = vi.fn();
  const checking = api.ask('POST', '/v1/wording/check', { text }).finally(checked);
  await vi.waitFor(() => expect(check).toHaveBeenCalled(), { timeout: 30_000, interval: 1 });
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
  expect(checked).not.toHaveBeenCalled();
  expect((await checking).body.reworded).toBe(rewordBlame(text));
});
