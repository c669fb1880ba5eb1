import type { ProviderEntry } from '../contract/provider-entry.ts';
import { listCatalogueServices } from './access/list-catalogue-services.ts';
import { resolveAccount } from './client/resolve-account.ts';
import { commandText } from './command-text.ts';
import { descriptor } from './descriptor.ts';
import { limits } from './limits.ts';
import { createPagerDutyNotes } from './notes/notes.ts';
import { readPagerDutyOpening } from './notes/opening.ts';
import { readPagerDutyRecord } from './records/read-record.ts';
import { createPagerDutySource } from './source.ts';
import { listStaleStreams } from './webhooks/list-stale-streams.ts';
import { readTriggeredIncident } from './webhooks/triggered-incident.ts';
import { receivePagerDutyWebhook } from './webhooks/webhook.ts';

export const pagerduty: ProviderEntry = {
  descriptor,
  commandText,
  limits,
  readRecord: readPagerDutyRecord,
  recordKeyOf: ({ kind, externalId }) => (kind === 'incident' ? `incident/${externalId}` : externalId),
  account: {
    resolve: resolveAccount,
    createSource: createPagerDutySource,
    streamOf: ({ id }) => `incidents:${id}`,
    rereadsFailures: true,
    listsVersions: (stream) => /^incidents(?::|$)/u.test(stream),
  },
  webhooks: {
    // Limit of a webhook body, well above the 256 KB to which PagerDuty limits payloads.
    maxBytes: 1024 * 1024,
    receive: receivePagerDutyWebhook,
    listStaleStreams,
  },
  incidentNotes: {
    createNotes: createPagerDutyNotes,
    findTriggered: readTriggeredIncident,
    readOpening: readPagerDutyOpening,
  },
  listServices: listCatalogueServices,
};
