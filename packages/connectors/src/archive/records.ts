import type { RawRecord } from '@refrain/domain';
import { digestOf } from '../records/delivery-key.ts';
import type { ArchiveIncident } from './schema.ts';

/**
 * Creates a record whose key includes a digest of its content, so that an incident that was corrected in the file is
 * imported again, and an unchanged one is not.
 */
export function archiveRecord(incident: ArchiveIncident): RawRecord {
  const id = incident.id.length <= 300 ? incident.id : digestOf(incident.id);
  return {
    type: 'archive.incident',
    deliveryKey: `archive/${id}@${digestOf(JSON.stringify(incident))}`,
    payload: incident,
  };
}
