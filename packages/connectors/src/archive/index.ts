import type { ProviderEntry } from '../contract/provider-entry.ts';
import { readArchiveRecord } from './read-record.ts';

export const archiveProvider: ProviderEntry = {
  descriptor: {
    id: 'archive',
    name: 'Archive',
    kind: 'files',
    summary: 'Past incidents from other tools, as CSV, JSON Lines or Markdown files.',
    scope: null,
    roots: [],
    webhook: null,
    writes: null,
    connectMethods: [],
  },
  readRecord: readArchiveRecord,
  recordKeyOf: ({ externalId }) => `archive/${externalId}`,
};
