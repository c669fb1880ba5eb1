import * as z from 'zod/mini';
import { refrain } from '../../api/refrain.ts';
import type { PolicyFieldName } from './policy-fields.ts';

const PolicyFieldLimits = z.object({
  default: z.optional(z.unknown()),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
});
export type PolicyFieldLimits = z.infer<typeof PolicyFieldLimits>;

/** Schema of the part of the OpenAPI document that contains the default and the limits of each field. */
const PolicySchema = z.object({
  components: z.object({
    schemas: z.object({ ImprovementPolicy: z.object({ properties: z.record(z.string(), PolicyFieldLimits) }) }),
  }),
});

export function usePolicyLimits(): (name: PolicyFieldName) => PolicyFieldLimits {
  const { data } = refrain.useQuery(
    'get',
    '/v1/openapi.json',
    {},
    { staleTime: Number.POSITIVE_INFINITY, select: parsePolicyLimits },
  );
  return (name) => data?.[name] ?? {};
}

export function parsePolicyLimits(document: unknown): Readonly<Record<string, PolicyFieldLimits>> {
  const parsed = z.safeParse(PolicySchema, document);
  return parsed.success ? parsed.data.components.schemas.ImprovementPolicy.properties : {};
}
