import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateNoteConfidence, type NoteConfidenceInput } from './estimate-note-confidence.ts';

const known: NoteConfidenceInput = { nearest: 0.7, share: 0.8, words: 20, recurring: 0.7 };

test('estimateNoteConfidence grows with similarity, agreement of the neighbours, number of words and share of recurring failures', () => {
  for (const less of [{ nearest: 0.5 }, { share: 0.4 }, { words: 4 }, { recurring: 0.3 }])
    expect(estimateNoteConfidence({ ...known, ...less })).toBeLessThan(estimateNoteConfidence(known));
});

test('estimateNoteConfidence returns a lower probability for the few words of a title than for the text of an alert', () => {
  const like = { ...known, nearest: 0.55 };
  expect(estimateNoteConfidence({ ...like, words: 5 })).toBeLessThan(0.8);
  expect(estimateNoteConfidence({ ...like, words: 40 })).toBeGreaterThan(0.8);
});

test('estimateNoteConfidence returns a value between 0 and 1', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, fc.nat(10_000), share, (nearest, part, words, recurring) => {
      const probability = estimateNoteConfidence({ nearest, share: part, words, recurring });
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
    }),
  );
});
