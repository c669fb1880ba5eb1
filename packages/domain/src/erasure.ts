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
    /** `owner/name`, under its current or a former name. */
    name: z
      .string()
      .trim()
      .max(201)
      .regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/u, 'must be owner/name'),
  }),
  z.strictObject({
    kind: z.literal('person'),
    /** All known names: full name, login, address. A single word is removed wherever it occurs as a whole word. */
    names: z.array(Name).min(1).max(20),
  }),
]);
export type ErasureSubject = z.infer<typeof ErasureSubject>;

const RowCounts = z.record(z.string(), z.number().int().nonnegative());

/** A preview of an erasure. */
export const ErasurePreview = z.object({
  /** Rows that would be deleted or changed, by table. */
  rows: RowCounts,
  /** All known names of the subject. */
  names: z.array(z.string()),
  /** Data that Refrain cannot erase, in sentences. */
  kept: z.array(z.string()),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

/** A finished or running erasure. It does not contain the name of its subject. */
export const Erasure = z.object({
  id: z.string(),
  kind: z.enum(['repository', 'person']),
  state: z.enum(['pending', 'done']),
  /** The current step; null before it begins and after it ends. */
  step: z.string().nullable(),
  /** Rows that were deleted or changed so far, by table. */
  rows: RowCounts,
  /** Data that Refrain cannot erase, in sentences; set at the end. */
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
