import type { RawRecord } from '@refrain/domain';
import { digestOf } from '../records/delivery-key.ts';
import type { ArchiveIncident } from './schema.ts';

/** The key holds the content: an incident that was corrected in the file comes in again, one that was not does not. */
export function archiveRecord(incident: ArchiveIncident): RawRecord {
  const id = incident.id.length <= 300 ? incident.id : digestOf(incident.id);
  return {
    type: 'archive.incident',
    deliveryKey: `archive/${id}@${digestOf(JSON.stringify(incident))}`,
    payload: incident,
  };
}
