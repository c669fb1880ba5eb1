import { NativeSelect } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import type { ImportChoice } from './column-choice.ts';

interface Props {
  readonly choice: ImportChoice;
  change(choice: ImportChoice): void;
}

const kinds = [
  { value: 'incident', label: 'Incidents' },
  { value: 'failed_deployment', label: 'Failed deployments' },
  { value: 'reverted_change', label: 'Reverted changes' },
];

const dateOrders = [
  { value: 'month', label: 'MM/DD/YYYY' },
  { value: 'day', label: 'DD/MM/YYYY' },
];

export function ImportOptions({ choice, change }: Props) {
  return (
    <>
      <NativeSelect
        label="Type of records"
        data={kinds}
        value={choice.kind}
        onChange={(event) => change({ ...choice, kind: event.currentTarget.value as Schemas['FailureKind'] })}
      />
      <NativeSelect
        label="Dates with slashes"
        data={dateOrders}
        value={choice.dayFirst ? 'day' : 'month'}
        onChange={(event) => change({ ...choice, dayFirst: event.currentTarget.value === 'day' })}
      />
    </>
  );
}
