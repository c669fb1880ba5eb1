import { expect, test } from 'vitest';
import { listDefaultEvents, type SubscriptionDraft, toNewSubscription } from './subscription-draft.ts';

const draft: SubscriptionDraft = {
  kind: 'webhook',
  address: ' https://example.com/hook ',
  events: ['report_written', 'digest_written'],
  scope: 'service',
  name: ' checkout ',
  period: '',
};

test('toNewSubscription sends the chosen events and scope of a webhook', () => {
  expect(toNewSubscription(draft)).toEqual({
    kind: 'webhook',
    address: 'https://example.com/hook',
    events: ['digest_written', 'report_written'],
    scope: { kind: 'service', name: 'checkout' },
    period: null,
  });
});

test('toNewSubscription omits reports for Slack, even if they were chosen for a webhook before', () => {
  const slack = toNewSubscription({ ...draft, kind: 'slack', scope: 'organisation', period: 'week' });
  expect(slack).toMatchObject({ events: ['digest_written'], scope: { kind: 'organisation' }, period: 'week' });
  expect(listDefaultEvents('slack')).toEqual(['digest_written']);
  expect(listDefaultEvents('webhook')).toHaveLength(5);
});
