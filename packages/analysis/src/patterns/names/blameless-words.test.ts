import { Cause, Trigger } from '@refrain/domain';
import { expect, test } from 'vitest';
import { isBlameless } from '../../blameless/is-blameless.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { createCorpusStatistics } from '../similarity/corpus-statistics.ts';
import { chooseBlamelessText } from './blameless-words.ts';
import { describePattern } from './describe-pattern.ts';
import { createOneEpisodePerFailure } from './testing.ts';

const other: FailureDocument = {
  id: 'z',
  title: 'Search is slow',
  text: 'slow queries',
  occurredAt: '2024-03-01T00:00:00.000Z',
};

function member(id: string, title: string, text = ''): FailureDocument {
  return { id, title, text, occurredAt: '2024-01-01T00:00:00.000Z' };
}

function describeMembers(members: readonly FailureDocument[], fixes: readonly string[] = []) {
  const statistics = createCorpusStatistics([...members, other]);
  return describePattern({
    members,
    episodes: createOneEpisodePerFailure(members),
    statistics,
    cause: { cause: 'expiry_time', trigger: 'unknown' },
    triggeredIds: new Set(),
    resolutions: fixes.map((title) => ({ failureId: 'a', title, at: '2026-03-01T10:00:00.000Z' })),
  });
}

test('chooseBlamelessText prefers a text that blames nobody to a reworded text', () => {
  expect(chooseBlamelessText(['Bob broke the build', 'Build broken'])).toBe('Build broken');
  expect(chooseBlamelessText(['The engineer was careless', 'Bob broke the build'])).toBe(
    'No guard kept a change from breaking the build',
  );
  expect(chooseBlamelessText(['The engineer was careless'])).toBeNull();
  expect(chooseBlamelessText([])).toBeNull();
});

test('describePattern names a pattern by a clause that blames nobody', () => {
  const blaming = 'Bob forgot to renew the certificate. The certificate of the gateway expired.';
  const { name } = describeMembers([member('a', blaming), member('b', blaming)]);
  expect(name).toBe('The certificate of the gateway expired');
});

test('describePattern rewords the name if every clause blames a person, and uses a generic name if that fails', () => {
  const same = (title: string) => describeMembers([member('a', title), member('b', title)]).name;
  expect(same('Bob broke the lift')).toBe('No guard kept a change from breaking the lift');
  expect(same('The engineer was careless')).toBe('Similar incidents');
});

test('describePattern names nobody in a lesson and rewords a quoted fix that blames a person', () => {
  const blamed = 'Alice broke the gateway certificate renewal';
  const { lesson } = describeMembers(
    [member('a', blamed, 'certificate expired'), member('b', blamed, 'certificate expired')],
    ['Undo what Bob forgot to check'],
  );
  expect(lesson).toContain('“Undo what nothing prompted anyone to check”');
  expect(lesson).not.toMatch(/alice|bob/iu);
});

test.each(Cause.options)('describePattern blames nobody in a lesson about the cause %s', (cause) => {
  const members = [member('a', 'Pool exhausted'), member('b', 'Pool exhausted')];
  for (const trigger of Trigger.options) {
    const { lesson } = describePattern({
      members,
      episodes: createOneEpisodePerFailure(members),
      statistics: createCorpusStatistics([...members, other]),
      cause: { cause, trigger },
      triggeredIds: new Set(['a']),
      resolutions: [{ failureId: 'a', title: 'Revert "More workers"', at: '2026-03-01T10:00:00.000Z' }],
    });
    expect(isBlameless(lesson), lesson).toBe(true);
  }
});
