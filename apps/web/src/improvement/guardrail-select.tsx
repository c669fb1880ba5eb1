import { Select } from '@mantine/core';
import type { GuardrailGroup } from './group-guardrails.ts';

interface Props {
  readonly groups: readonly GuardrailGroup[];
  /** The name of the guardrail that is recommended most; null without one */
  readonly recommended: string | null;
  /** '' leaves the choice to Refrain. */
  readonly guardrailId: string;
  choose(guardrailId: string): void;
}

/** Offers the library of guardrails, which users search by name. */
export function GuardrailSelect({ groups, recommended, guardrailId, choose }: Props) {
  const choice = { value: '', label: recommended === null ? 'None: investigate first' : `Best fit: ${recommended}` };
  return (
    <Select
      label="Recommended fix"
      description={
        recommended === null
          ? 'Refrain recommends no guardrail yet. Search the library for one, or investigate first.'
          : 'Recommended guardrails come first. Type to search all others.'
      }
      data={[choice, ...groups.map(({ group, items }) => ({ group, items: [...items] }))]}
      value={guardrailId}
      onChange={(id) => choose(id ?? '')}
      searchable
      allowDeselect={false}
      nothingFoundMessage="No guardrail matches"
      maxDropdownHeight={320}
    />
  );
}
