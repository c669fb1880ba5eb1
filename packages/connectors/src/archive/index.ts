import type { ProviderEntry } from '../contract/provider-entry.ts';
import { readArchiveRecord } from './read-record.ts';

export const archiveProvider: ProviderEntry = {
  descriptor: {
    id: 'archive',
    name: 'Archive',
    kind: 'files',
    summary: 'Past incidents from anywhere else: a JSON Lines file here; CSV and Markdown by the command line.',
    scope: null,
    roots: [],
    webhook: null,
    writes: null,
    connectMethods: [],
  },
  readRecord: readArchiveRecord,
  recordKeyOf: ({ externalId }) => `archive/${externalId}`,
};
