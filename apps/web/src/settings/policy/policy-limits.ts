import * as z from 'zod/mini';
import { refrain } from '../../api/refrain.ts';
import type { PolicyName } from './policy-fields.ts';

/** What the document of the API says of each field: the default of the product, and the limits of a number. */
const PolicySchema = z.object({
  components: z.object({
    schemas: z.object({
      ImprovementPolicy: z.object({
        properties: z.record(
          z.string(),
          z.object({
            default: z.optional(z.unknown()),
            minimum: z.optional(z.number()),
            maximum: z.optional(z.number()),
          }),
        ),
      }),
    }),
  }),
});

export interface PolicyLimits {
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Written down once, in the API; nothing is known before its document is there. */
export function usePolicyLimits(): (name: PolicyName) => PolicyLimits {
  const { data } = refrain.useQuery(
    'get',
    '/v1/openapi.json',
    {},
    { staleTime: Number.POSITIVE_INFINITY, select: readLimits },
  );
  return (name) => data?.[name] ?? {};
}

export function readLimits(document: unknown): Readonly<Record<string, PolicyLimits>> {
  const read = z.safeParse(PolicySchema, document);
  return read.success ? read.data.components.schemas.ImprovementPolicy.properties : {};
}
