import type { Correction, CorrectionDecision, Failure } from '@refrain/domain';
import { expect, test } from 'vitest';
import { at, createFailure } from '../../linking/testing.ts';
import { applyVerdicts, decideVerdicts } from './decide-verdicts.ts';

const revert = (id: string, title: string, more: Partial<Failure> = {}) =>
  createFailure(id, 0, {
    kind: 'reverted_change',
    title,
    repository: 'acme/infra',
    isFailure: false,
    confidence: 0.5,
    ...more,
  });
const decided = (...decisions: CorrectionDecision[]): Correction[] =>
  decisions.map((decision, nth) => ({ id: `c${nth}`, decision, decidedAt: at(nth) }));
const no = (failureId: string) => ({ kind: 'not_a_failure', failureId }) as const;
const yes = (failureId: string) => ({ kind: 'is_a_failure', failureId }) as const;

const drains = ['alpha', 'beta', 'gamma', 'delta'].map((host) => revert(host, `Drain ${host} for maintenance`));
const other = revert('other', 'Raise the memory limit');

test('decideVerdicts judges an unclear revert like a judged one with a similar title, and no other revert', () => {
  const elsewhere = revert('elsewhere', 'Drain alpha for maintenance', { repository: 'acme/shop' });
  const verdicts = decideVerdicts([...drains, other, elsewhere], decided(no('alpha')));
  expect(verdicts.map(({ failureId, isFailure }) => [failureId, isFailure])).toEqual([
    ['alpha', false],
    ['beta', false],
    ['gamma', false],
    ['delta', false],
  ]);
  const [own, ...learnt] = verdicts.map(({ confidence }) => confidence);
  expect(own).toBe(1);
  for (const confidence of learnt) expect(confidence).toBeLessThan(0.9);
});

test('decideVerdicts needs several decisions to change the verdict of a revert whose message states harm', () => {
  const clear = revert('clear', 'Drain epsilon for maintenance', { isFailure: true, confidence: 0.92 });
  const verdictAfter = (...ids: string[]) =>
    decideVerdicts([...drains, clear], decided(...ids.map(no))).find(({ failureId }) => failureId === 'clear');
  expect(verdictAfter('alpha')).toBeUndefined();
  expect(verdictAfter('alpha', 'beta')).toBeUndefined();
});

test('decideVerdicts learns that an organisation plans the reverts of a kind that Refrain takes for failures', () => {
  const vague = Array.from({ length: 12 }, (_, nth) =>
    revert(`vague ${nth}`, `${'abcdefghijkl'[nth]} is undone`, { isFailure: true, confidence: 0.55 }),
  );
  const clear = Array.from({ length: 12 }, (_, nth) =>
    revert(`clear ${nth}`, `${'mnopqrstuvwx'[nth]} was broken`, {
      isFailure: true,
      confidence: 0.92,
      decidingWords: ['broken'],
    }),
  );
  const judge = (confirmed: number) =>
    decideVerdicts(
      [...vague, ...clear, other],
      decided(...vague.slice(0, 8).map(({ id }) => no(id)), ...clear.slice(0, confirmed).map(({ id }) => yes(id))),
    )
      .filter(({ confidence }) => confidence < 1)
      .map(({ failureId, isFailure }) => [failureId, isFailure]);
  expect(judge(8)).toEqual(vague.slice(8).map(({ id }) => [id, false]));
  expect(judge(4), 'without enough confirmed verdicts').toEqual([]);
});

test("decideVerdicts lets a person's decision on a title template take precedence", () => {
  const template = 'drain * for maintenance';
  const bulk = { kind: 'title_template', repository: 'acme/infra', template, areFailures: true } as const;
  const verdicts = decideVerdicts(drains, decided(bulk, no('alpha')));
  expect(verdicts).toEqual(drains.map(({ id }) => ({ failureId: id, isFailure: id !== 'alpha', confidence: 1 })));
});

test('decideVerdicts lists nothing without corrections, and does not depend on the order of its input', () => {
  expect(decideVerdicts(drains, [])).toEqual([]);
  const corrections = decided(no('alpha'), no('beta'), yes('other'));
  const forwards = decideVerdicts([...drains, other], corrections);
  const backwards = decideVerdicts([other, ...[...drains].reverse()], [...corrections].reverse());
  const sort = (list: typeof forwards) => [...list].sort((a, b) => (a.failureId < b.failureId ? -1 : 1));
  expect(sort(backwards)).toEqual(sort(forwards));
});

test('applyVerdicts changes the verdict and the confidence of the listed failures only', () => {
  const [alpha, beta] = applyVerdicts(drains, [{ failureId: 'alpha', isFailure: true, confidence: 1 }]);
  expect(alpha).toMatchObject({ isFailure: true, confidence: 1 });
  expect(beta).toBe(drains[1]);
});
