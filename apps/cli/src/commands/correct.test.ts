import { expect, test } from 'vitest';
import { sendJson, startApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

/** What a command asks of an API that does as it is told, and what is printed. */
async function correct(...args: string[]): Promise<{ readonly asked: string[]; readonly out: string }> {
  const asked: string[] = [];
  const api = await startApi(async (request, response) => {
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
])('%s says whether it is a pattern, and how that is taken back', async (verb, right) => {
  const { asked, out } = await correct(verb, 'p1');
  const decision = JSON.stringify({ kind: 'pattern', patternId: 'p1', right });
  expect(asked).toEqual([`POST /v1/corrections ${decision}`]);
  expect(out).toContain('npx refrain correct undo c1');
});

test('a correction is taken back', async () => {
  expect((await correct('undo', 'c1')).asked).toEqual(['DELETE /v1/corrections/c1 ']);
});

test.each([
  ['failure', 'is_a_failure'],
  ['not-a-failure', 'not_a_failure'],
])('%s says what a failure counts as', async (verb, kind) => {
  expect((await correct(verb, 'f1')).asked).toEqual([
    `POST /v1/corrections ${JSON.stringify({ kind, failureId: 'f1' })}`,
  ]);
});

test.each([
  ['planned', false],
  ['failures', true],
])('all reverts with such titles are decided as %s at once', async (as, areFailures) => {
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
