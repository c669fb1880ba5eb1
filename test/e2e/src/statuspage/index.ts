import {
  createInvalidSignatureError,
  createShortHash,
  hasValidSignature,
  type ProviderEntry,
  parseEventName,
  parseWebhookBody,
} from '@refrain/connectors/provider-kit';
import { descriptor, publicApiUrl } from './descriptor.ts';
import { readRecord } from './read-record.ts';
import { IncidentEvent } from './schema.ts';
import { createStatusPageSource } from './source.ts';

/** A made-up provider, whose records are the incidents of a status page. */
export const statuspage: ProviderEntry = {
  descriptor,
  readRecord,
  recordKeyOf: ({ externalId }) => `incident/${externalId}`,
  account: {
    resolve: ({ account, baseUrl }) => ({ account, baseUrl: baseUrl ?? publicApiUrl }),
    createSource: createStatusPageSource,
    streamOf: () => 'incidents',
  },
  webhooks: {
    maxBytes: 1024 * 1024,
    receive({ headers, body }, secrets) {
      const signature = headers['x-statuspage-signature'] ?? '';
      if (!secrets.some((secret) => hasValidSignature(signature, body, secret)))
        throw createInvalidSignatureError(descriptor.name);
      const payload = parseWebhookBody(body);
      const event = IncidentEvent.safeParse(payload).data;
      const type = `statuspage.event.${parseEventName(event?.type, /^[a-z_]{1,40}$/u)}`;
      return [{ type, deliveryKey: `event/${event?.id ?? createShortHash(body)}`, payload }];
    },
    listStaleStreams: ({ type }) => (type === 'statuspage.event.incident' ? ['incidents'] : []),
  },
};
