import { Select } from '@mantine/core';
import { clearButton } from './clear-button.ts';

export interface FacetValue {
  readonly value: string;
  /** How many there are with it; absent where that is not known. */
  readonly count?: number;
}

interface Props {
  readonly label: string;
  readonly values: readonly FacetValue[];
  /** How a value reads; as it is unless given. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly chosen: string | undefined;
  choose(value: string | undefined): void;
}

/** Narrows a list by one property; each value says how many there are. What is chosen is offered also where none has it. */
export function FacetSelect({ label, values, labels = {}, chosen, choose }: Props) {
  const offered =
    chosen === undefined || values.some(({ value }) => value === chosen) ? values : [{ value: chosen }, ...values];
  return (
    <Select
      label={label}
      placeholder="any"
      flex="1 1 150px"
      clearable
      searchable={offered.length > 8}
      data={offered.map(({ value, count }) => ({
        value,
        label: `${labels[value] ?? value}${count === undefined ? '' : ` (${count})`}`,
      }))}
      value={chosen ?? null}
      onChange={(value) => choose(value ?? undefined)}
      clearButtonProps={clearButton(label)}
    />
  );
}
