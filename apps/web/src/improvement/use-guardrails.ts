import { refrain } from '../api/refrain.ts';
import { groupGuardrails } from './group-guardrails.ts';

/** Returns the guardrails that a person can choose for a pattern, the recommended ones first. */
export function useGuardrails(patternId: string) {
  const all = refrain.useQuery('get', '/v1/guardrails', { params: { query: { limit: 200 } } });
  const report = refrain.useQuery('get', '/v1/patterns/{id}/report', { params: { path: { id: patternId } } });
  const recommended = (report.data?.report.choice?.recommendations ?? []).map(({ guardrail }) => guardrail);
  return {
    /** The name of the guardrail that is recommended most; null without one */
    recommended: recommended[0]?.name ?? null,
    patternName: report.data?.report.pattern.name ?? '',
    groups: groupGuardrails(recommended, all.data?.items ?? []),
  };
}
