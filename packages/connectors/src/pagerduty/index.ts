import type { ProviderEntry } from '../contract/provider-entry.ts';
import { listCatalogueServices } from './access/services.ts';
import { resolvePagerDutyAccount } from './client/credential.ts';
import { pagerDutyConnectCommandText } from './command-text.ts';
import { pagerDutyDescriptor } from './descriptor.ts';
import { createPagerDutyNoteWriter, readPagerDutyAlertText } from './notes/notes.ts';
import { readPagerDutyRecord } from './records/read-record.ts';
import { pagerDutyRateLimitRules } from './request-rules.ts';
import { createPagerDutySource } from './source.ts';
import { listStaleStreams, readTriggeredIncident, receivePagerDutyWebhook } from './webhooks/webhook.ts';

export const pagerDutyProvider: ProviderEntry = {
  descriptor: pagerDutyDescriptor,
  commandText: pagerDutyConnectCommandText,
  limits: pagerDutyRateLimitRules,
  readRecord: readPagerDutyRecord,
  recordKeyOf: ({ kind, externalId }) => (kind === 'incident' ? `incident/${externalId}` : externalId),
  account: {
    resolve: resolvePagerDutyAccount,
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
