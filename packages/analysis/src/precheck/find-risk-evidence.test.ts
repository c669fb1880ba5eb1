import { expect, test } from 'vitest';
import { extractChangeTerms } from './extract-change-terms.ts';
import { findRiskEvidence } from './find-risk-evidence.ts';
import { createPrecheckState } from './precheck-state.ts';
import { createPastChange } from './testing.ts';

test('findRiskEvidence omits files and words that all changes share, and words that are part of a shared identifier', () => {
  const state = createPrecheckState();
  const listed = Array.from({ length: 20 }, (_, at) =>
    createPastChange(`${at}`, at, {
      title: `Release ${['red', 'green', 'blue', 'black'][at % 4]} wagons`,
      paths: ['CHANGELOG.md', `src/${at}/main.ts`],
    }),
  );
  const failed = createPastChange('failed', 21, {
    title: 'Release depotCode wagons',
    paths: ['CHANGELOG.md', 'api/depots.yaml', 'api/codes.yaml'],
  });
  for (const change of [...listed, failed])
    state.addChange(change, extractChangeTerms(change), Date.parse(change.occurredAt));
  const now = Date.parse(createPastChange('', 22).occurredAt);
  state.markFailed(20, now);
  const next = extractChangeTerms({
    ...failed,
    title: 'Release depotCode of wagons anew',
    paths: ['CHANGELOG.md', 'api/depots.yaml'],
  });
  expect(findRiskEvidence(next, state.estimateRisk(next, now), state)).toEqual({
    changeIds: ['failed'],
    sameTitle: [],
    sharedPaths: ['api/depots.yaml'],
    withPaths: 1,
    sharedTerms: ['depotCode'],
    withTerms: 1,
  });
});
