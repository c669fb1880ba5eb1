import { expect, test } from 'vitest';
import { generateOrganisation } from './generate-organisation.ts';
import { bots, people } from './people.ts';
import { createRandomStream } from './random-stream.ts';
import { writeCommitTrailers } from './trailers.ts';

const { repositories } = generateOrganisation(9).world.github;
const [author] = people;
const [bot] = bots;

test('a review server adds its block of commit trailers at the end of a message', () => {
  if (author === undefined) throw new Error('The company has no people');
  const written = Array.from({ length: 20 }, (_, at) =>
    writeCommitTrailers('review_server', author, 'ledger', createRandomStream(`trailers/${at}`)),
  ).find((text) => text !== '');
  expect(written).toMatch(
    /^Bug: [A-Z]+-\d+\nChange-Id: I[0-9a-f]{40}\nReviewed-on: \S+\nReviewed-by: .+\nTested-by: .+$/u,
  );
});

test('commits of bots have no trailers', () => {
  if (bot === undefined) throw new Error('The company has no bots');
  expect(writeCommitTrailers('sign_off', bot, 'ledger', createRandomStream('bot'))).toBe('');
});

test('some repositories have signed-off commits and some do not', () => {
  const signed = repositories.map(({ commits }) =>
    commits.some(({ message }) => /^(?:Signed-off-by|Co-authored-by|Change-Id): /mu.test(message)),
  );
  expect(new Set(signed)).toEqual(new Set([true, false]));
});

test('most pull requests of a repository with a template have its headings and unticked boxes', () => {
  const shares = repositories.map(
    ({ pulls }) =>
      pulls.filter(({ body }) => body.includes('- [ ] ') && body.includes('rolled back?')).length / pulls.length,
  );
  expect(shares.filter((share) => share > 0.3).length).toBeGreaterThan(3);
  expect(shares.filter((share) => share === 0).length).toBeGreaterThan(20);
});
