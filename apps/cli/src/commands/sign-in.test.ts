import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

test('sign-in prints only a new link, so that another command can use the output', async () => {
  const asked: string[] = [];
  const api = await startSimulatedApi((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    sendJson(response, 201, {
      url: `https://refrain.example.com/sign-in/${asked.length}`,
      expiresAt: '2026-01-01T01:00:00.000Z',
    });
  });
  expect(await runProgram(api, ['sign-in'])).toEqual({
    out: 'https://refrain.example.com/sign-in/1\n',
    notes: '',
    exitCode: 0,
  });
  const { out } = await runProgram(api, ['sign-in', '--json']);
  expect(JSON.parse(out)).toEqual({
    url: 'https://refrain.example.com/sign-in/2',
    expiresAt: '2026-01-01T01:00:00.000Z',
  });
  expect(asked).toEqual(['POST /v1/sign-in-links', 'POST /v1/sign-in-links']);
});
