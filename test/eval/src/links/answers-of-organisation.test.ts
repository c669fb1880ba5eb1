import { linkFailures } from '@refrain/analysis/evaluation';
import { createNameRedactor } from '@refrain/domain';
import { people } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { causeBaselines } from './link-baselines.ts';
import { parseOrganisationVariant } from './organisation-variant.ts';
import { scoreAttributionTally, tallyAttributions } from './tally-attributions.ts';

const organisation = parseOrganisationVariant(7, 'plain');
const { failures, changes, truth } = organisation;
const linking = linkFailures({ failures, changes, corrections: [] });
const incidents = failures.filter(({ kind }) => kind === 'incident');

test('each incident of a generated organisation has an assessed cause', () => {
  expect(linking.changeAssessments.map(({ failureId }) => failureId).sort()).toEqual(
    incidents.map(({ id }) => id).sort(),
  );
});

test('assessed causes are right far more often than the causes that simple rules name', () => {
  const score = scoreAttributionTally(tallyAttributions(linking.changeAssessments, organisation));
  expect(score.f1).toBeGreaterThan(0.9);
  expect(score.notChangeRelatedF1).toBeGreaterThan(0.85);
  expect(score.topFive).toBeGreaterThan(0.95);
  expect(score.calibrationError).toBeLessThan(0.1);
  for (const baseline of [causeBaselines.lastSuccessfulDeployment, causeBaselines.timeAndService])
    expect(scoreAttributionTally(tallyAttributions(baseline(incidents, changes), organisation)).f1).toBeLessThan(
      score.f1 - 0.2,
    );
});

test('the score of the true causes is 1', () => {
  const idOf = new Map(changes.map(({ id, externalId }) => [externalId, id]));
  const trueCauses = truth.episodes.flatMap(({ failures: own, causedByChange }) =>
    own
      .filter(({ kind }) => kind === 'incident')
      .map(({ id }) => {
        const changeId = idOf.get(causedByChange?.id ?? '');
        return changeId === undefined
          ? { failureId: `incident ${id}`, verdict: 'not_change_related' as const, candidates: [] }
          : { failureId: `incident ${id}`, verdict: 'change' as const, candidates: [{ changeId, score: 1 }] };
      }),
  );
  expect(scoreAttributionTally(tallyAttributions(trueCauses, organisation))).toMatchObject({
    f1: 1,
    notChangeRelatedF1: 1,
    rightAnswers: 1,
    topFive: 1,
    undecided: 0,
    calibrationError: 0,
  });
});

test('assessed causes contain no names of people, although the texts of changes do', () => {
  const raw = JSON.stringify(changes);
  expect(people.filter(({ name }) => raw.includes(name)).length).toBeGreaterThan(10);

  // Redact texts like the store, which removes all known names.
  const redact = createNameRedactor(people.flatMap(({ name, login }) => [name, login]));
  const stored = {
    failures: failures.map((one) => ({ ...one, title: redact(one.title), text: redact(one.text) })),
    changes: changes.map((one) => ({ ...one, title: redact(one.title), text: redact(one.text) })),
  };
  const { changeAssessments: answers, links } = linkFailures({ ...stored, corrections: [] });
  const titleOf = new Map(stored.changes.map(({ id, title, url }) => [id, [title, url]]));
  const leaves = JSON.stringify([
    links,
    answers.map((answer) => ({ ...answer, others: answer.candidates.map(({ changeId }) => titleOf.get(changeId)) })),
  ]).toLowerCase();
  const words = new Set(leaves.match(/[\p{L}\d]+/gu));
  for (const { name, login, email } of people) {
    expect(leaves).not.toContain(name.toLowerCase());
    expect(leaves).not.toContain(email);
    expect(leaves).not.toMatch(new RegExp(`\\b${login}\\b`, 'u'));
    for (const part of name.toLowerCase().split(' ')) expect(words).not.toContain(part);
  }
});
