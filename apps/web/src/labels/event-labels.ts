import type { Schemas } from '../api/refrain.ts';

export const eventLabels: Readonly<Record<Schemas['EventType'], { readonly name: string; readonly when: string }>> = {
  digest_written: { name: 'Digests', when: 'a new weekly or monthly digest is ready' },
  pattern_found: { name: 'New patterns', when: 'failures are found to form a new pattern' },
  pattern_rising: {
    name: 'Rising patterns',
    when: 'a pattern becomes clearly more frequent, so that chance alone does not explain it',
  },
  pattern_returned: { name: 'Returned patterns', when: 'a pattern that had gone quiet comes back' },
  report_written: { name: 'Reports', when: 'a pattern has a new report' },
};

export const subscriptionKindLabels: Readonly<Record<Schemas['Subscription']['kind'], string>> = {
  slack: 'Slack',
  webhook: 'Webhook',
};

/** Formats the scope of a subscription: `the organisation`, `the service checkout`. */
export function describeSubscriptionScope(scope: Schemas['DigestScope']): string {
  return scope.kind === 'organisation' ? 'the organisation' : `the ${scope.kind} ${scope.name}`;
}
