import { refrain } from '../api/refrain.ts';

export function useGuardrails(patternId: string) {
  const all = refrain.useQuery('get', '/v1/guardrails', { params: { query: { limit: 200 } } });
  const report = refrain.useQuery('get', '/v1/patterns/{id}/report', { params: { path: { id: patternId } } });
  const recommended = (report.data?.report.choice?.recommendations ?? []).map(({ guardrail }) => guardrail);
  const known = new Set(recommended.map(({ id }) => id));
  const others = (all.data?.items ?? [])
    .filter(({ id }) => !known.has(id))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const toOption = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, label: name });
  return [
    { value: '', label: 'what is recommended most' },
    ...(recommended.length === 0 ? [] : [{ group: 'Recommended', items: recommended.map(toOption) }]),
    { group: 'All others', items: others.map(toOption) },
  ];
}
