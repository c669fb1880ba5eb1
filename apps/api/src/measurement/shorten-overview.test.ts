import type { ControlChart, FailureMap } from '@refrain/domain';
import { expect, test } from 'vitest';
import { cutChart, shortenFailureMap } from './shorten-overview.ts';

test('the shortened map keeps twelve services or repositories, without the unknown location', () => {
  const nowhere = { service: null, repository: null };
  const place = (at: number) =>
    at % 2 === 0 ? { ...nowhere, service: `s${at}` } : { ...nowhere, repository: `a/${at}` };
  const places = Array.from({ length: 14 }, (_, at) => ({ ...place(at), episodes: 20 - at }));
  const cells = [...places, { ...nowhere, episodes: 3 }].map((one) => ({
    ...one,
    cause: 'capacity',
    standsOut: false,
  }));
  const whole = { services: [...places, { ...nowhere, episodes: 3 }], causes: [...cells].reverse() };
  const map = shortenFailureMap(whole as unknown as FailureMap);
  expect(map.services).toEqual(places.slice(0, 12));
  expect(map.cells).toEqual(cells.slice(0, 12));
});

test('a chart cut to a period keeps the weeks and signals that overlap the period', () => {
  const weeks = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26'].map((day, at) => ({
    week: `2026-W0${at + 2}`,
    from: `${day}T00:00:00.000Z`,
    until: new Date(Date.parse(day) + 7 * 86_400_000).toISOString(),
  }));
  const signal = (fromWeek: string, toWeek: string) => ({ rule: 'run', side: 'above', fromWeek, toWeek });
  const chart = { points: weeks, signals: [signal('2026-W02', '2026-W02'), signal('2026-W02', '2026-W03')] };
  const period = { from: '2026-01-12T00:00:00.000Z', until: '2026-01-20T00:00:00.000Z' };
  const cut = cutChart(chart as unknown as ControlChart, period);
  expect(cut.points.map(({ week }) => week)).toEqual(['2026-W03', '2026-W04']);
  expect(cut.signals).toEqual([signal('2026-W02', '2026-W03')]);
});
