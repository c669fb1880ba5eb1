import { describe, expect, test } from 'vitest';
import { distinguishEqualNames } from './distinguish-equal-names.ts';

const report = (id: string, text: string) => ({ id, title: 'Chat fails', text, occurredAt: '2024-01-01T00:00:00Z' });
const name = 'A third-party outage takes Chat down';
const group = (id: string, texts: readonly string[], own = name) => ({
  id,
  name: own,
  members: texts.map((text, at) => report(`${id}${at}`, text)),
});
const orion = group('a', ['The model Orion failed.', 'The supplier of Orion had an outage.']);

describe('distinguishEqualNames', () => {
  test('distinguishEqualNames adds the component that most members of one pattern name and those of the others do not', () => {
    const vega = group('b', ['The model Vega failed.', 'The supplier of Vega had an outage.']);
    expect(distinguishEqualNames([orion, vega])).toEqual(
      new Map([
        ['a', `${name} (Orion)`],
        ['b', `${name} (Vega)`],
      ]),
    );
  });

  test('distinguishEqualNames keeps the name of a pattern without a component of its own', () => {
    const mixed = group('b', ['The model failed.', 'The supplier of Orion had an outage.']);
    expect(distinguishEqualNames([orion, mixed]).get('b')).toBe(name);
  });

  test('distinguishEqualNames does not add a component of one of two members, or one that was not affected', () => {
    const halved = group('b', ['The model Vega failed.', 'The supplier had an outage.']);
    expect(distinguishEqualNames([orion, halved]).get('b')).toBe(name);
    const denied = group('b', [
      'The supplier failed. Users of Vega were not affected.',
      'The supplier failed. Users of Vega were not affected.',
    ]);
    expect(distinguishEqualNames([orion, denied]).get('b')).toBe(name);
  });

  test('distinguishEqualNames adds the years of patterns without a component of their own, if these differ', () => {
    const texts = ['The model failed.', 'The supplier had an outage.'];
    const [early, late] = [group('b', texts), group('c', texts)];
    const times = ['2025-03-01T00:00:00Z', '2026-04-01T00:00:00Z'];
    const dated = { ...late, members: late.members.map((one, at) => ({ ...one, occurredAt: times[at] ?? '' })) };
    expect([...distinguishEqualNames([early, dated]).values()]).toEqual([`${name} (2024)`, `${name} (2025–2026)`]);
    expect([...distinguishEqualNames([early, late]).values()]).toEqual([name, name]);
  });

  test('distinguishEqualNames returns nothing for patterns with different names', () => {
    expect(distinguishEqualNames([orion, group('b', ['The model Vega failed.'], 'Chat is slow')])).toEqual(new Map());
  });
});
