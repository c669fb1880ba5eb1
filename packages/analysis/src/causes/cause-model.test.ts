import type { Cause, Trigger } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessCause } from './assess-cause.ts';
import { type CauseModel, type CauseTrainingExample, trainCauseModel } from './cause-model.ts';

function example(
  id: string,
  title: string,
  cause: Cause,
  trigger: Trigger = 'unknown',
  weight = 1,
): CauseTrainingExample {
  return { id, group: id, document: { title, text: '' }, cause, trigger, weight };
}

const words = ['zebra', 'walrus', 'otter', 'heron'];
/** Corrections of failures in which one word of the title determines the cause. No such word is in the lexicon. */
const examples = Array.from({ length: 12 }, (_, at) => {
  const cause: Cause = at % 2 === 0 ? 'data' : 'capacity';
  return example(`e${at}`, `${cause === 'data' ? 'zebra' : 'walrus'} is out, ${words[at % 4]} ${at}`, cause, 'time');
});
const document = { title: 'The zebra is out again', text: '' };

describe('trainCauseModel', () => {
  test('returns the shipped model if there are no examples', () => {
    const model = trainCauseModel([]);
    const known = { title: 'Disk full', text: 'Root cause: the disk was full.' };
    expect(assessCause(known, model)).toEqual(assessCause(known));
  });

  test('learns the words of an organisation, and lists them as evidence', () => {
    expect(assessCause(document).cause).toBe('unknown');
    const { cause, trigger, confidence, evidence } = assessCause(document, trainCauseModel(examples));
    expect({ cause, trigger }).toEqual({ cause: 'data', trigger: 'time' });
    expect(confidence).toBeGreaterThan(0.4);
    expect(evidence).toContain('zebra');
  });

  test('raises the probability of a cause with each correction that has the same words', () => {
    const probabilities = [0, 2, 4, 8, 12].map((count) => {
      const { causes } = assessCause(document, trainCauseModel(examples.slice(0, count)));
      return causes.find(({ cause }) => cause === 'data')?.confidence ?? 0;
    });
    expect(probabilities).toEqual([...probabilities].sort((a, b) => a - b));
    expect(probabilities.at(-1)).toBeGreaterThan((probabilities[0] ?? 0) + 0.3);
  });

  test('does not overrule a clear phrase of the lexicon after only a few corrections', () => {
    const model = trainCauseModel(examples.slice(0, 4));
    const plain = { title: 'TLS certificate expired', text: 'Root cause: the certificate was not renewed.' };
    expect(assessCause(plain, model).cause).toBe('expiry_time');
  });

  test('does not depend on the order of the examples', () => {
    const expected = assessCause(document, trainCauseModel(examples));
    fc.assert(
      fc.property(fc.shuffledSubarray(examples, { minLength: examples.length }), (shuffled) => {
        expect(assessCause(document, trainCauseModel(shuffled))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test('ignores examples with the label unknown', () => {
    const silent = examples.map((one) => ({ ...one, cause: 'unknown' as const, trigger: 'unknown' as const }));
    expect(assessCause(document, trainCauseModel(silent)).cause).toBe('unknown');
  });

  test('weighs all failures of a corrected pattern as one decision, and ignores words that only this pattern has', () => {
    const members = examples.map((one) => ({
      ...one,
      group: 'p1',
      cause: 'data' as const,
      weight: 1 / examples.length,
    }));
    const model = trainCauseModel(members);
    expect(model.vocabulary.size).toBe(0);
    expect(assessCause(document, model).causes[0]?.confidence ?? 0).toBeLessThan(0.4);
  });

  test('lets one correction change only failures with the same mechanism', () => {
    const full = { title: 'Disk full', text: 'Root cause: the disk was full.' };
    const model = trainCauseModel([{ ...example('e', '', 'process', 'maintenance'), document: full }]);
    const confidenceOf = (one: CauseModel) =>
      assessCause({ title: 'Checkout fails', text: 'The disk was full.' }, one).causes.find(
        ({ cause }) => cause === 'process',
      )?.confidence ?? 0;
    expect(confidenceOf(model)).toBeGreaterThan(confidenceOf(trainCauseModel([])));
    const others = [
      { title: 'TLS certificate expired', text: 'Root cause: the certificate was not renewed.' },
      { title: 'The zebra is out', text: 'Somebody deployed a wrong setting.' },
      { title: 'Nothing is known', text: '' },
    ];
    for (const other of others) expect(assessCause(other, model)).toEqual(assessCause(other));
  });

  test('does not learn words from corrections that confirm what is already known', () => {
    const confirmed = examples.map(({ id, group, weight }, at): CauseTrainingExample => {
      const expired = { title: `TLS certificate expired, ${words[at % 4]}`, text: 'The certificate was not renewed.' };
      return { id, group, weight, document: expired, cause: 'expiry_time', trigger: 'unknown' };
    });
    expect(assessCause(document, trainCauseModel(confirmed))).toEqual(assessCause(document));
  });

  test('learns from signals as well as from words', () => {
    const pinned = Array.from({ length: 20 }, (_, at): CauseTrainingExample => {
      const document = { title: `Deployment ${at}`, text: '', paths: ['deploy/values.yaml'] };
      return { id: `${at}`, group: `${at}`, document, cause: 'process', trigger: 'maintenance', weight: 1 };
    });
    const document = { title: 'Deployment of x', text: '', paths: ['deploy/other.yaml'] };
    expect(assessCause(document).cause).toBe('configuration');
    expect(assessCause(document, trainCauseModel(pinned))).toMatchObject({ cause: 'process', trigger: 'maintenance' });
  });
});
