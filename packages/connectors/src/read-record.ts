import { type ConnectionScope, defaultScope, type Provider, type RawRecord } from '@refrain/domain';
import { readArchiveRecord } from './archive/read-record.ts';
import type { Observed } from './failure-source.ts';
import { readGitHubRecord } from './github/read-record.ts';
import { readPagerDutyRecord } from './pagerduty/read-record.ts';
import { keepWebAddresses } from './web-address.ts';
import { checkEvent } from './webhook-event.ts';

/**
 * What a stored payload says of failures and changes. Pure: the same record gives the same drafts. People are already
 * replaced by roles, texts are cut to a length that analysis can bear, and addresses that are not of the web are dropped.
 * @param scope what of the account is taken in: providers send events of everything
 * @throws {AppError} `invalid_input` when the payload does not have the form that its type promises, or it is an event
 *   without a name
 */
export function readRecord(
  provider: Provider,
  record: Pick<RawRecord, 'type' | 'payload'>,
  scope: ConnectionScope = defaultScope,
): Observed {
  checkEvent(record);
  return keepWebAddresses(readDrafts(provider, record, scope));
}

function readDrafts(provider: Provider, record: Pick<RawRecord, 'type' | 'payload'>, scope: ConnectionScope): Observed {
  switch (provider) {
    case 'github':
      return readGitHubRecord(record, scope);
    case 'pagerduty':
      return readPagerDutyRecord(record, scope);
    case 'archive':
      return readArchiveRecord(record);
  }
}
