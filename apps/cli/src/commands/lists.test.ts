import { expect, test } from 'vitest';
import { createPathResponder, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

async function listNothing(...args: string[]): Promise<string> {
  const nothing = { items: [], next: null, total: 0, period: null };
  const api = await startSimulatedApi(
    createPathResponder({
      '/v1/failures': nothing,
      '/v1/patterns': nothing,
      '/v1/improvements': nothing,
      '/v1/writes': nothing,
      '/v1/checks': nothing,
    }),
  );
  return (await runProgram(api, args)).out;
}

test.each([
  ['failures', 'failure'],
  ['patterns', 'pattern'],
])('a search in %s without results suggests other words or filters', async (command, one) => {
  const nothingFits = `No ${one} matches this search. Try other words, or leave out --kind.\n`;
  expect(await listNothing(command, '--query', 'x')).toBe(nothingFits);
  expect(await listNothing(command, '--kind', 'incident')).toBe(nothingFits);
});

test('the lists of an empty installation say what to do next', async () => {
  expect(await listNothing('failures')).toMatch(
    /^There are no failures yet\. Connect an account, or import an archive/u,
  );
  expect(await listNothing('patterns')).toMatch(/^There are no patterns yet\. A pattern needs at least two episodes/u);
  expect(await listNothing('improvements', 'list')).toMatch(/^There are no improvements yet.*npx refrain policy/u);
  expect(await listNothing('writes')).toMatch(/^Nothing was written/u);
  expect(await listNothing('checks')).toMatch(/^No pull request has resembled/u);
});
