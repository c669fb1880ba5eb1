import { FailureKind, Instant, type RawRecord, TimePrecision } from '@refrain/domain';
import { z } from 'zod';
import { createShortHash } from '../records/delivery-key.ts';
import { describeImplausibleDate } from '../records/plausible-dates.ts';

const PastInstant = Instant.superRefine((instant, context) => {
  const problem = describeImplausibleDate(instant, Date.now());
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

const Name = z.string().max(300, 'is longer than 300 characters');

export const ArchiveIncident = z.object({
  /** The id in the file, or a hash of title and start if the file has no ids. */
  id: z.string().min(1).max(500),
  kind: FailureKind.default('incident'),
  title: z.string().min(1),
  text: z.string().default(''),
  created: PastInstant,
  resolved: PastInstant.nullable().default(null),
  /** Precision of `created` and `resolved`, whichever is coarser. */
  precision: TimePrecision.default('instant'),
  services: z.array(Name).max(100, 'has more than 100 entries').default([]),
  repository: Name.nullable().default(null),
  severity: Name.nullable().default(null),
  url: z.string().max(2_000, 'is longer than 2,000 characters').nullable().default(null),
  /** Full names of people, to redact them in texts. Absent if there are none, to keep the keys of older records. */
  people: z.array(Name).max(1_000, 'has more than 1,000 entries').optional(),
});
export type ArchiveIncident = z.output<typeof ArchiveIncident>;

/** Includes a hash of the content in the record key, so that a corrected file updates only changed incidents. */
export function createArchiveRecord(incident: ArchiveIncident): RawRecord {
  const id = incident.id.length <= 300 ? incident.id : createShortHash(incident.id);
  return {
    type: 'archive.incident',
    deliveryKey: `archive/${id}@${createShortHash(JSON.stringify(incident))}`,
    payload: incident,
  };
}
