import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const template = {
  repository: 'acme/infra',
  template: 'drain * for maintenance',
  linked: 0,
  examples: [],
  decision: null,
  reverts: 12,
  failures: 5,
  planned: 4,
  unclear: 3,
  needsDecision: true,
  lastAt: '2026-02-02T03:04:05.678Z',
};

async function list(items: readonly object[], ...args: string[]) {
  const asked: string[] = [];
  const api = await startSimulatedApi((request, response) => {
    asked.push(request.url ?? '');
    sendJson(response, 200, { items });
  });
  return { asked, out: (await runProgram(api, ['reverts', ...args])).out };
}

test('reverts lists title templates with their verdicts, and says how to decide on them', async () => {
  const { out } = await list([template]);
  expect(out).toMatch(/acme\/infra +12 +5 +4 +3 +0 +please decide +drain \* for maintenance/u);
  expect(out).toContain('npx refrain correct reverts');
});

test('reverts shows an existing decision on a title template instead of asking for one', async () => {
  const decision = { correctionId: 'c1', areFailures: false, decidedAt: template.lastAt };
  const { out } = await list([{ ...template, needsDecision: false, decision }]);
  expect(out).toMatch(/planned +drain/u);
  expect(out).not.toContain('please decide');
});

test('reverts filters by repository, and says why a list is empty', async () => {
  const { asked, out } = await list([], '--repository', 'acme/infra');
  expect(asked).toEqual(['/v1/revert-templates?repository=acme%2Finfra']);
  expect(out).toContain('five times');
});
