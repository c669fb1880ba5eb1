import type { Schemas } from '../../api/refrain.ts';

type Webhook = Schemas['WebhookState'];

const polls = 'Until then news is asked for every few minutes.';

export function describeWebhook({ state, checkedAt }: Webhook): string {
  if (state === 'active') return 'What happens there is known here at once.';
  if (checkedAt === null) return `It is being set up. ${polls}`;
  if (state === 'silent') return `It is set up; the first delivery has not come yet. ${polls}`;
  if (state === 'disabled') return `It is turned off there; Refrain keeps trying to turn it on. ${polls}`;
  if (state === 'refused') return `It could not be set up by itself. ${polls}`;
  return 'There is none: news is asked for every few minutes.';
}

export function needsManualWebhookSetup({ state, checkedAt }: Webhook): boolean {
  return checkedAt !== null && (state === 'refused' || state === 'none');
}
