import { monitorEventLoopDelay } from 'node:perf_hooks';
import { reword } from '@refrain/analysis';
import { WordingAnswer } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';

const api = await startApiUnderTest();

test('a text is answered with what blames in it and with the text reworded', async () => {
  const text = 'The pod failed to start.\nThe engineer forgot to rotate the key.';
  const { status, body } = await api.ask('POST', '/v1/wording/check', { text });
  const { findings, reworded } = WordingAnswer.parse(body);
  expect(status).toBe(200);
  expect(findings.map(({ words, kind }) => [words, kind])).toEqual([['The engineer forgot to', 'omission']]);
  expect(reworded).toBe('The pod failed to start.\nNothing prompted anyone to rotate the key.');
});

test('without a text, with one that is too long, or without a token there is no answer', async () => {
  expect((await api.ask('POST', '/v1/wording/check', {})).status).toBe(400);
  expect((await api.ask('POST', '/v1/wording/check', { text: 'a'.repeat(200_001) })).status).toBe(400);
  expect((await api.ask('POST', '/v1/wording/check', { text: 'a'.repeat(200_000) })).status).toBe(200);
  expect((await fetch(`${api.url}/v1/wording/check`, { method: 'POST' })).status).toBe(401);
});

test('while a long text is checked others are answered', async () => {
  const text = 'The engineer should have checked the dashboard and simply forgot to. '.repeat(2_800);
  const begun = performance.now();
  const reworded = reword(text);
  const tookMs = performance.now() - begun;
  const stands = monitorEventLoopDelay({ resolution: 5 });
  stands.enable();
  const { body } = await api.ask('POST', '/v1/wording/check', { text });
  stands.disable();
  expect(body.reworded).toBe(reworded);
  expect(stands.max / 1e6).toBeLessThan(tookMs / 2);
});
