import { performWebhookWrite } from '../../writes/webhook-write.ts';
import type { WriteLog } from '../../writes/write-log.ts';
import type { PagerDutyClient } from '../client/client.ts';

export function createSubscriptionLoggingClient(
  client: PagerDutyClient,
  account: string,
  log: WriteLog,
): PagerDutyClient {
  return {
    ...client,
    request(request, schema, signal) {
      const { method = 'GET', path, body: content } = request;
      const send = () => client.request(request, schema, signal);
      if (method === 'GET' || path.endsWith('/ping')) return send();
      return performWebhookWrite(log, { method, path, place: account, content }, send);
    },
  };
}
