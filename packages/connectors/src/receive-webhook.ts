import type { Provider, RawRecord } from '@refrain/domain';
import { AppError } from '@refrain/domain';
import { receiveGitHubWebhook } from './github/webhook.ts';
import { receivePagerDutyWebhook } from './pagerduty/webhook.ts';
import type { WebhookDelivery } from './webhook-delivery.ts';

/**
 * Verifies a delivery and gives what is to be stored, whether the event is understood or not.
 * @param secrets those that are valid: the present one, and the one before while it is being replaced
 * @throws {AppError} `signature_invalid`; `not_found` for a provider that sends no webhooks
 */
export async function receiveWebhook(
  provider: Provider,
  delivery: WebhookDelivery,
  secrets: readonly string[],
): Promise<RawRecord[]> {
  switch (provider) {
    case 'github':
      return receiveGitHubWebhook(delivery, secrets);
    case 'pagerduty':
      return receivePagerDutyWebhook(delivery, secrets);
    case 'archive':
      throw new AppError('not_found', 'An archive receives no webhooks');
  }
}
