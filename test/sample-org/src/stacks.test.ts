import { minuteInMs } from '@refrain/domain';
import type { WorldCommit } from '@refrain/emulators';
import { expect, test } from 'vitest';
import { generateOrganisation } from './generate-organisation.ts';

const { world, truth } = generateOrganisation(8);
const commits: ReadonlyMap<string, WorldCommit> = new Map(
  world.github.repositories.flatMap(({ name, commits: own }) =>
    own.map((commit) => [`${world.github.organisation}/${name}@${commit.sha}`, commit] as const),
  ),
);
const stacks = truth.episodes
  .map(({ failures, ...episode }) => ({
    ...episode,
    reverts: failures.filter(({ kind }) => kind === 'reverted_change'),
  }))
  .filter(({ reverts }) => reverts.length > 1);

test('the reverts of a stack are one episode and happen within minutes', () => {
  expect(stacks.length).toBeGreaterThan(2);
  for (const { id, reverts } of stacks) {
    const times = reverts.map((revert) => {
      const landed = commits.get(revert.sameAs[0] ?? revert.id);
      return Date.parse(landed?.date ?? '');
    });
    expect(Math.max(...times) - Math.min(...times), id).toBeLessThan(6 * minuteInMs);
    expect(new Set(reverts.map((revert) => revert.id)).size).toBe(reverts.length);
  }
});

test('a link to any change of a stack counts as right', () => {
  for (const { reverts, causedByChange, endedByChange } of stacks) {
    expect(causedByChange?.sameAs.length).toBeGreaterThanOrEqual(reverts.length);
    for (const { id } of reverts) expect([endedByChange?.id, ...(endedByChange?.sameAs ?? [])]).toContain(id);
  }
});
