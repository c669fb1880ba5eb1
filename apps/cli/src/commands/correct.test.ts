import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

async function correct(...args: string[]): Promise<{ readonly asked: string[]; readonly out: string }> {
  const asked: string[] = [];
  const api = await startSimulatedApi(async (request, response) => {
    const body = (await request.toArray()).join('');
    asked.push(`${request.method} ${request.url} ${body}`);
    const decidedAt = '2026-01-02T03:04:05.678Z';
    if (request.method === 'DELETE') response.writeHead(204).end();
    else sendJson(response, 201, { id: 'c1', decision: JSON.parse(body), decidedAt });
  });
  return { asked, out: (await runProgram(api, ['correct', ...args])).out };
}

test.each([
  ['confirm', true],
  ['dismiss', false],
])('correct %s decides on a pattern and prints how to undo the decision', async (verb, right) => {
  const { asked, out } = await correct(verb, 'p1');
  const decision = JSON.stringify({ kind: 'pattern', patternId: 'p1', right });
  expect(asked).toEqual([`POST /v1/corrections ${decision}`]);
  expect(out).toContain('npx refrain correct undo c1');
});

test('correct undo removes a correction', async () => {
  expect((await correct('undo', 'c1')).asked).toEqual(['DELETE /v1/corrections/c1 ']);
});

test.each([
  ['failure', 'is_a_failure'],
  ['not-a-failure', 'not_a_failure'],
])('correct %s stores a decision on whether a failure counts as a failure', async (verb, kind) => {
  expect((await correct(verb, 'f1')).asked).toEqual([
    `POST /v1/corrections ${JSON.stringify({ kind, failureId: 'f1' })}`,
  ]);
});

test.each([
  [
    ['root_cause', '--quote', 'A leak.'],
    { kind: 'statement', failureId: 'f1', statement: 'root_cause', quote: 'A leak.' },
  ],
  [['resolution', '--none'], { kind: 'statement', failureId: 'f1', statement: 'resolution', quote: null }],
  [
    ['mechanism', '--name', 'Disk full'],
    { kind: 'statement', failureId: 'f1', statement: 'mechanism', quote: null, mechanism: 'Disk full' },
  ],
  [['mechanism', '--none'], { kind: 'statement', failureId: 'f1', statement: 'mechanism', quote: null }],
  [['trigger', '--name', 'hardware'], { kind: 'cause', failureId: 'f1', trigger: 'hardware' }],
  [['trigger', '--none'], { kind: 'cause', failureId: 'f1', trigger: 'unknown' }],
])('correct statement f1 %j stores what the report states and prints how to undo it', async (args, decision) => {
  const { asked, out } = await correct('statement', 'f1', ...args);
  expect(asked).toEqual([`POST /v1/corrections ${JSON.stringify(decision)}`]);
  expect(out).toContain('npx refrain correct undo c1');
});

test.each([
  [['symptom'], 'The symptom is missing. Pass --quote, or --none if it is not stated.'],
  [['mechanism', '--quote', 'A leak.'], 'The mechanism is missing. Pass --name, or --none if it is not stated.'],
  [['symptom', '--quote', 'A leak.', '--name', 'Disk full'], 'Omit --name.'],
  [['trigger', '--quote', 'A leak.', '--name', 'time'], 'Omit --quote.'],
  [['trigger', '--name', 'luck'], 'Cannot read the correction: trigger'],
  [['symptom', '--quote', 'A leak.', '--none'], 'cannot be used with'],
  [['weather', '--none'], 'Allowed choices are component'],
])('correct statement f1 %j is rejected', async (args, message) => {
  await expect(correct('statement', 'f1', ...args)).rejects.toThrow(message);
});

test.each([
  ['planned', false],
  ['failures', true],
])('correct reverts marks all reverts with a title template as %s', async (as, areFailures) => {
  const { asked, out } = await correct('reverts', 'acme/infra', 'drain * for maintenance', '--as', as);
  const decision = {
    kind: 'title_template',
    repository: 'acme/infra',
    template: 'drain * for maintenance',
    areFailures,
  };
  expect(asked).toEqual([`POST /v1/corrections ${JSON.stringify(decision)}`]);
  expect(out).toContain('npx refrain correct undo c1');
});
