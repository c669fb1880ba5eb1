import { z } from 'zod';
import { Instant } from './instant.ts';

const Name = z
  .string()
  .trim()
  .min(2)
  .max(200)
  .regex(/[\p{L}\p{N}]/u, 'must hold a letter or a digit');

/** What is to be forgotten. */
export const ErasureSubject = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('repository'),
    /** `owner/name`, as it is called now or was before. */
    name: z
      .string()
      .trim()
      .max(201)
      .regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/u, 'must be owner/name'),
  }),
  z.strictObject({
    kind: z.literal('person'),
    /** All that they are known by: full name, login, address. A single word goes wherever it stands as a word. */
    names: z.array(Name).min(1).max(20),
  }),
]);
export type ErasureSubject = z.infer<typeof ErasureSubject>;

const RowCounts = z.record(z.string(), z.number().int().nonnegative());

/** What would go. */
export const ErasurePreview = z.object({
  /** Rows that would go or be changed, by table. */
  rows: RowCounts,
  /** All that it is known by. */
  names: z.array(z.string()),
  /** What Refrain does not reach, in sentences. */
  kept: z.array(z.string()),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

/** Something that was forgotten, or is being: nothing here says what it was called. */
export const Erasure = z.object({
  id: z.string(),
  kind: z.enum(['repository', 'person']),
  state: z.enum(['pending', 'done']),
  /** What is being worked on; null before it begins and at its end. */
  step: z.string().nullable(),
  /** Rows that are gone or were changed so far, by table. */
  rows: RowCounts,
  /** What Refrain does not reach, in sentences; said at the end. */
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
