import { z } from 'zod';
import { Instant } from './instant.ts';

const Name = z
  .string()
  .trim()
  .min(2)
  .max(200)
  .regex(/[\p{L}\p{N}]/u, 'must contain a letter or a digit');

/** The repository or person whose data are erased. */
export const ErasureSubject = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('repository'),
    /** The current or a former name of the repository, as `owner/name`. */
    name: z
      .string()
      .trim()
      .max(201)
      .regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/u, 'must be owner/name'),
  }),
  z.strictObject({
    kind: z.literal('person'),
    /** All names of the person: full name, login, email address. Even a name of one word is removed everywhere. */
    names: z.array(Name).min(1).max(20),
  }),
]);
export type ErasureSubject = z.infer<typeof ErasureSubject>;

const RowCounts = z.record(z.string(), z.number().int().nonnegative());

/** A preview of the data that an erasure would delete. */
export const ErasurePreview = z.object({
  /** The number of rows that would be deleted or changed, by table. */
  rows: RowCounts,
  /** All known names of the repository or person. */
  names: z.array(z.string()),
  /** Data that Refrain cannot erase, as sentences. */
  kept: z.array(z.string()),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

/** An erasure. The name of the repository or person is not stored. */
export const Erasure = z.object({
  id: z.string(),
  kind: z.enum(['repository', 'person']),
  state: z.enum(['pending', 'done']),
  /** The current step; null before the erasure begins and after it ends. */
  step: z.string().nullable(),
  /** The number of rows that were deleted or changed so far, by table. */
  rows: RowCounts,
  /** Data that Refrain cannot erase, as sentences; set when the erasure ends. */
  kept: z.array(z.string()),
  requestedBy: z.string(),
  requestedAt: Instant,
  endedAt: Instant.nullable(),
});
export type Erasure = z.infer<typeof Erasure>;

export const ErasuresResponse = z.object({
  items: z.array(Erasure),
  next: z.string().nullable(),
  total: z.number().int().nonnegative(),
});
export type ErasuresResponse = z.infer<typeof ErasuresResponse>;
