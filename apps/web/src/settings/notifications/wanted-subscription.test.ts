import { expect, test } from 'vitest';
import { defaultEvents, readWanted, type Wanted } from './wanted-subscription.ts';

const wanted: Wanted = {
  kind: 'webhook',
  address: ' https://example.com/hook ',
  events: ['report_written', 'digest_written'],
  scope: 'service',
  name: ' checkout ',
  period: '',
};

test('a program is told of what was chosen, for whom it was chosen', () => {
  expect(readWanted(wanted)).toEqual({
    kind: 'webhook',
    address: 'https://example.com/hook',
    events: ['digest_written', 'report_written'],
    scope: { kind: 'service', name: 'checkout' },
    period: null,
  });
});

test('Slack gets no reports, also where they were chosen for a program before', () => {
  const slack = readWanted({ ...wanted, kind: 'slack', scope: 'organisation', period: 'week' });
  expect(slack).toMatchObject({ events: ['digest_written'], scope: { kind: 'organisation' }, period: 'week' });
  expect(defaultEvents('slack')).toEqual(['digest_written']);
  expect(defaultEvents('webhook')).toHaveLength(5);
});
