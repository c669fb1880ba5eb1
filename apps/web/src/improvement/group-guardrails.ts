import type { Schemas } from '../api/refrain.ts';
import { causeLabels } from '../labels/domain-labels.ts';
import { capitalise } from '../labels/format.ts';

type Named = Pick<Schemas['ListedGuardrail'], 'id' | 'name'>;
type Guardrail = Named & Pick<Schemas['ListedGuardrail'], 'answers'>;

export interface GuardrailGroup {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/**
 * Groups guardrails for a select: first the recommended ones, then the others by the cause that they address. Causes that the
 * recommended guardrails address come first.
 */
export function groupGuardrails(recommended: readonly Named[], all: readonly Guardrail[]): readonly GuardrailGroup[] {
  const recommendedIds = new Set(recommended.map(({ id }) => id));
  const likely = new Set(all.filter(({ id }) => recommendedIds.has(id)).map(findCause));
  const others = all.filter(({ id }) => !recommendedIds.has(id)).toSorted((a, b) => a.name.localeCompare(b.name));
  const causes = [...new Set(others.map(findCause))].sort(
    (a, b) => Number(likely.has(b)) - Number(likely.has(a)) || a.localeCompare(b),
  );
  return [
    ...(recommended.length === 0 ? [] : [{ group: 'Recommended for this pattern', items: recommended.map(toOption) }]),
    ...causes.map((group) => ({
      group,
      items: others.filter((guardrail) => findCause(guardrail) === group).map(toOption),
    })),
  ];
}

function findCause({ answers }: Guardrail): string {
  const [cause] = answers.flatMap(({ causes }) => causes);
  return cause === undefined ? 'Other causes' : capitalise(causeLabels[cause]);
}

function toOption({ id, name }: Named) {
  return { value: id, label: name };
}
