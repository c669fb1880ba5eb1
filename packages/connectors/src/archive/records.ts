import type { RawRecord } from '@refrain/domain';
import { createShortDigest } from '../records/delivery-key.ts';
import type { ArchiveIncident } from './schema.ts';

/** Includes a hash of the content in the record key, so that a corrected file updates only changed incidents. */
export function createArchiveRecord(incident: ArchiveIncident): RawRecord {
  const id = incident.id.length <= 300 ? incident.id : createShortDigest(incident.id);
  return {
    type: 'archive.incident',
    deliveryKey: `archive/${id}@${createShortDigest(JSON.stringify(incident))}`,
    payload: incident,
  };
}
