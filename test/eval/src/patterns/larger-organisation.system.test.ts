import { findPatterns } from '@refrain/analysis';
import { generateOrganisation } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { linkParsedFailures } from '../organisations/link-parsed-failures.ts';
import { parseOrganisation } from '../organisations/parse-organisation.ts';
import { scorePatterns } from './score-patterns.ts';

test('clustering stays accurate if the most frequent failures recur fifty times', () => {
  const { world, truth } = generateOrganisation(41, { failures: 2_000 });
  const { failures, episodes } = linkParsedFailures(parseOrganisation(world));
  const { patterns } = findPatterns({ failures, episodes, corrections: [], previous: [], newPatternId: (id) => id });
  const score = scorePatterns({ failureIds: failures.map(({ id }) => id), episodes, patterns }, truth);
  expect(score.perEpisode.bCubed.f1).toBeGreaterThan(0.82);
  expect(score.oneOffs.grouped / score.oneOffs.of).toBeLessThan(0.35);
});
