import { describe, expect, it } from 'vitest';
import { providers } from '../registry/providers.ts';
import { dropImplausibleDates } from './plausible-dates.ts';

const { readRecord } = providers;

const now = Date.parse('2026-03-01T00:00:00Z');

function readPush(...timestamps: string[]) {
  const repository = { full_name: 'acme/api', default_branch: 'main' };
  const commits = timestamps.map((timestamp, nth) => ({ id: String(nth).repeat(40), message: 'x', timestamp }));
  const payload = { ref: 'refs/heads/main', repository, commits };
  return dropImplausibleDates(readRecord('github', { type: 'github.event.push', payload }), now);
}

function readIncident(resolvedAt: string) {
  const incident = {
    id: 'Q1',
    title: 'x',
    created_at: '2026-02-01T00:00:00Z',
    resolved_at: resolvedAt,
    status: 'resolved',
  };
  const payload = { incident, alerts: [], notes: [] };
  return dropImplausibleDates(readRecord('pagerduty', { type: 'pagerduty.incident', payload }), now).failures[0];
}

describe('the date of a commit, which its author chooses', () => {
  it.each([
    ['1200-01-01T00:00:00Z', 'is before 1990'],
    ['1970-01-01T00:00:00Z', 'is before 1990'],
    ['9998-01-01T00:00:00Z', 'is in the future'],
  ])('rejects a push with the commit date %s, and says why', (timestamp, reason) => {
    expect(() => readPush(timestamp)).toThrow(`${reason}, so the record is ignored`);
  });

  it('drops only the commit with an implausible date from a push', () => {
    const { changes } = readPush('2026-02-01T00:00:00Z', '1970-01-01T00:00:00Z', '2026-02-02T00:00:00Z');
    expect(changes.map(({ occurredAt }) => occurredAt.slice(0, 10))).toEqual(['2026-02-01', '2026-02-02']);
  });

  it('a commit date may be a day ahead, since clocks differ', () => {
    expect(readPush('2026-03-01T20:00:00Z').changes).toHaveLength(1);
  });
});

it('ignores the resolution of a failure if it is in the future', () => {
  expect(readIncident('9998-01-01T00:00:00Z')?.resolvedAt).toBeNull();
  expect(readIncident('2026-02-01T01:00:00Z')?.resolvedAt).toBe('2026-02-01T01:00:00.000Z');
});

it('replaces a version in the future by the current time, so that later versions can replace it', () => {
  const payload = {
    incident: { id: 'Q1', title: 'x', created_at: '2026-02-01T00:00:00Z', updated_at: '9998-01-01T00:00:00Z' },
    alerts: [],
    notes: [],
  };
  const { failures } = dropImplausibleDates(readRecord('pagerduty', { type: 'pagerduty.incident', payload }), now);
  expect(failures[0]?.version).toBe(new Date(now).toISOString());
});

it('does not modify a record that has neither failures nor changes', () => {
  const nothing = { outcome: 'irrelevant' as const, failures: [], changes: [] };
  expect(dropImplausibleDates(nothing, now)).toEqual(nothing);
});
