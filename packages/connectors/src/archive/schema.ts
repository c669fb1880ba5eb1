import { FailureKind, Instant } from '@refrain/domain';
import { z } from 'zod';
import { describeImplausible } from '../plausible-dates.ts';

/** An instant in the range that an archive may have. */
const PastInstant = Instant.superRefine((instant, context) => {
  const problem = describeImplausible(instant, Date.now());
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

/** One past failure in the canonical columns of an archive. */
export const ArchiveIncident = z.object({
  /** The archive's own id; where it has none, a digest of title and time. */
  id: z.string().min(1).max(500),
  kind: FailureKind.default('incident'),
  title: z.string().min(1),
  text: z.string().default(''),
  created: PastInstant,
  resolved: PastInstant.nullable().default(null),
  services: z.array(z.string()).default([]),
  repository: z.string().nullable().default(null),
  severity: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
  /** Full names of people who may stand in texts, here or in other records; absent where none is given, so that a row without stays as it was. */
  people: z.array(z.string()).optional(),
});
export type ArchiveIncident = z.output<typeof ArchiveIncident>;
