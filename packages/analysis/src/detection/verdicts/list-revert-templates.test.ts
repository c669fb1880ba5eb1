import { expect, test } from 'vitest';
import { at, createFailure } from '../../linking/testing.ts';
import { listRevertTemplates } from './list-revert-templates.ts';

const drain = (nth: number, overrides = {}) =>
  createFailure(`f${nth}`, nth, {
    kind: 'reverted_change',
    title: `Revert "Drain node-${nth} for maintenance"`,
    repository: 'acme/infra',
    ...overrides,
  });
const five = [0, 1, 2, 3, 4].map((nth) => drain(nth));
const known = { episodes: [], corrections: [] };

test('listRevertTemplates counts the reverts of a title template by verdict, and names first those that count as failures', () => {
  const failures = [
    ...five,
    drain(5, { isFailure: false, confidence: 0.9 }),
    drain(6, { isFailure: false, confidence: 0.5 }),
    createFailure('alone', 7, { kind: 'reverted_change', title: 'Raise the memory limit', repository: 'acme/infra' }),
  ];
  expect(listRevertTemplates({ ...known, failures })).toEqual([
    {
      repository: 'acme/infra',
      template: 'drain * for maintenance',
      linked: 0,
      reverts: 7,
      failures: 5,
      planned: 1,
      unclear: 1,
      lastAt: at(6),
      examples: [4, 3, 2].map((nth) => ({
        failureId: `f${nth}`,
        title: `Revert "Drain node-${nth} for maintenance"`,
        isFailure: true,
      })),
    },
  ]);
});

test('listRevertTemplates omits a template with fewer than five reverts unless a person has judged the template', () => {
  const failures = five.slice(0, 4);
  const template = 'drain * for maintenance';
  const decision = { kind: 'title_template', repository: 'acme/infra', template, areFailures: false } as const;
  expect(listRevertTemplates({ ...known, failures })).toEqual([]);
  const corrections = [{ id: 'c', decision, decidedAt: at(0) }];
  expect(listRevertTemplates({ ...known, failures, corrections })).toMatchObject([{ reverts: 4, failures: 4 }]);
});

test('listRevertTemplates returns lastAt null for a judged template without reverts', () => {
  const decision = { kind: 'title_template', repository: 'acme/infra', template: 'gone *', areFailures: true } as const;
  const corrections = [{ id: 'c', decision, decidedAt: at(0) }];
  const [, judged] = listRevertTemplates({ ...known, failures: five, corrections });
  expect(judged).toMatchObject({ template: 'gone *', reverts: 0, lastAt: null });
});

test('listRevertTemplates counts a revert as linked if its episode has an incident, but not if the episode has only reverts', () => {
  const failures = [...five, createFailure('incident', 1)];
  const episodes = [
    { id: 'e1', failureIds: ['f0', 'incident'] },
    { id: 'e2', failureIds: ['f1', 'f2'] },
  ];
  expect(listRevertTemplates({ ...known, failures, episodes })).toMatchObject([{ reverts: 5, linked: 1 }]);
});

test('listRevertTemplates omits titles that are only a number, since the template * would match unrelated titles', () => {
  const failures = five.map((one, nth) => ({ ...one, title: `4711${nth}` }));
  expect(listRevertTemplates({ ...known, failures })).toEqual([]);
});

test('listRevertTemplates omits reverts of merges, whose titles name only branches', () => {
  const failures = five.map((one, nth) => ({
    ...one,
    title: `Revert "Merge pull request #${nth} from acme/fix-${nth}"`,
  }));
  expect(listRevertTemplates({ ...known, failures })).toEqual([]);
});
