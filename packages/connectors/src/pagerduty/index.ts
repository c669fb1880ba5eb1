import type { ProviderEntry } from '../contract/provider-entry.ts';
import { listCatalogueServices } from './access/services.ts';
import { resolveAccount } from './client/credential.ts';
import { commandText } from './command-text.ts';
import { descriptor } from './descriptor.ts';
import { createPagerDutyNoteWriter, readPagerDutyAlertText } from './notes/notes.ts';
import { readPagerDutyRecord } from './records/read-record.ts';
import { requestRules } from './request-rules.ts';
import { createPagerDutySource } from './source.ts';
import { listStaleStreams, readTriggeredIncident, receivePagerDutyWebhook } from './webhooks/webhook.ts';

export const pagerDutyProvider: ProviderEntry = {
  descriptor,
  commandText,
  limits: requestRules,
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
    createNotes: createPagerDutyNoteWriter,
    findTriggered: readTriggeredIncident,
    readAlertText: readPagerDutyAlertText,
  },
  listServices: listCatalogueServices,
};
