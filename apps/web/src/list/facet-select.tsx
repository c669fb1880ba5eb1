import { Select } from '@mantine/core';
import { createClearButtonProps } from './create-clear-button-props.ts';

export interface FacetValue {
  readonly value: string;
  readonly count?: number;
}

interface Props {
  readonly label: string;
  readonly values: readonly FacetValue[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly chosen: string | undefined;
  choose(value: string | undefined): void;
}

/** Filters a list by one property. The chosen value stays an option even if no item has it. */
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
      clearButtonProps={createClearButtonProps(label)}
    />
  );
}
