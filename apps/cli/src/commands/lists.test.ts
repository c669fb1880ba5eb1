import { expect, test } from 'vitest';
import { respondWith, startApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

/** What a list says of an installation that answers with nothing. */
async function listNothing(...args: string[]): Promise<string> {
  const nothing = { items: [], next: null, total: 0 };
  const api = await startApi(
    respondWith({
      ...{ '/v1/failures': nothing, '/v1/patterns': nothing },
      ...{ '/v1/improvements': nothing, '/v1/writes': nothing, '/v1/checks': nothing },
    }),
  );
  return (await runProgram(api, args)).out;
}

test.each([
  ['failures', 'failure'],
  ['patterns', 'pattern'],
])('a search in the %s that finds nothing does not say that nothing is there', async (command, one) => {
  const nothingFits = `No ${one} fits this search: try other words, or leave --kind out.\n`;
  expect(await listNothing(command, '--query', 'x')).toBe(nothingFits);
  expect(await listNothing(command, '--kind', 'incident')).toBe(nothingFits);
});

test('an empty installation says what it needs', async () => {
  expect(await listNothing('failures')).toMatch(/^No failure here: connect an account, or import an archive/u);
  expect(await listNothing('patterns')).toMatch(/^No pattern yet: a pattern needs at least two episodes/u);
  expect(await listNothing('improvements', 'list')).toMatch(/^Nothing is proposed yet.*npx refrain policy/u);
  expect(await listNothing('writes')).toMatch(/^Nothing was written/u);
  expect(await listNothing('checks')).toMatch(/^No pull request was found/u);
});
