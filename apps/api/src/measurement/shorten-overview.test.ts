import type { FailureMap } from '@refrain/domain';
import { expect, test } from 'vitest';
import { shortenFailureMap, summariseTrend } from './shorten-overview.ts';

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

test('summariseTrend uses weekly rates if the rates per change cannot be compared', () => {
  const measure = { overall: {}, test: null, direction: 'steady', comparison: null } as never;
  expect(summariseTrend(measure, measure)).toEqual({
    direction: 'steady',
    unit: 'week',
    ratio: null,
    explanation: null,
  });
  expect(summariseTrend(measure, null)).toEqual({ direction: 'steady', unit: 'week', ratio: null, explanation: null });
});
