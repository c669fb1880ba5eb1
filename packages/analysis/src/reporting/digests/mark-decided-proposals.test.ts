import type { Digest } from '@refrain/domain';
import { expect, test } from 'vitest';
import { markDecidedProposals } from './mark-decided-proposals.ts';

test('markDecidedProposals says what became of a decided proposal, and leaves open ones and other sections as they are', () => {
  const statement = (label: string, ref: string) => ({ label, text: '2 episodes.', refs: [ref], method: null });
  const digest = {
    document: {
      sections: [
        { id: 'decisions', statements: [statement('Limits', 'I1'), statement('Retries', 'I2')] },
        { id: 'improvements', statements: [statement('Limits', 'I1')] },
      ],
      sources: [
        { ref: 'I1', id: 'limits' },
        { ref: 'I2', id: 'retries' },
      ],
    },
  } as unknown as Digest;
  const marked = markDecidedProposals(
    digest,
    new Map([
      ['limits', { state: 'approved' as const, stateSince: '2026-12-01T09:00:00.000Z' }],
      ['retries', { state: 'proposed' as const, stateSince: '2026-12-01T09:00:00.000Z' }],
    ]),
  );
  expect(marked.document.sections.map(({ statements }) => statements.map(({ text }) => text))).toEqual([
    ['Approved on 1 Dec 2026. 2 episodes.', '2 episodes.'],
    ['2 episodes.'],
  ]);
});
