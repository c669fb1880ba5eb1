import { FailureKind, Instant, TimePrecision } from '@refrain/domain';
import { z } from 'zod';
import { describeImplausible } from '../records/plausible-dates.ts';

/** An instant in the range that an archive may have. */
const PastInstant = Instant.superRefine((instant, context) => {
  const problem = describeImplausible(instant, Date.now());
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

/** The name of a service, repository, severity or person, in characters. */
const Name = z.string().max(300, 'is longer than 300 characters');

/** One past failure in the canonical columns of an archive. */
export const ArchiveIncident = z.object({
  /** The archive's own id; without one, a digest of title and time. */
  id: z.string().min(1).max(500),
  kind: FailureKind.default('incident'),
  title: z.string().min(1),
  text: z.string().default(''),
  created: PastInstant,
  resolved: PastInstant.nullable().default(null),
  /** How precisely `created` and `resolved` are known. */
  precision: TimePrecision.default('instant'),
  services: z.array(Name).max(100, 'has more than 100 entries').default([]),
  repository: Name.nullable().default(null),
  severity: Name.nullable().default(null),
  url: z.string().max(2_000, 'is longer than 2,000 characters').nullable().default(null),
  /**
   * Full names of people whom this or other records may mention. Absent if none is given, so that the key of such a row
   * does not change.
   */
  people: z.array(Name).max(1_000, 'has more than 1,000 entries').optional(),
});
export type ArchiveIncident = z.output<typeof ArchiveIncident>;
