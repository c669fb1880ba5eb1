import { Group, Radio, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, invalidateQueries } from '../../api/refrain.ts';
import { listLabelKeys } from '../../labels/labels.ts';
import { DayField } from '../../list/day-field.tsx';
import { backfillStartLabels, findBackfillStart, type Reach } from './backfill-start.ts';

export interface BackfillStartChoice {
  readonly reach: Reach;
  readonly date: string;
}

interface Props {
  readonly label: string;
  readonly choice: BackfillStartChoice;
  change(choice: BackfillStartChoice): void;
}

export function BackfillStartField({ label, choice: { reach, date }, change }: Props) {
  const isWrong = reach === 'date' && date !== '' && findBackfillStart(reach, date, new Date()) === undefined;
  return (
    <Radio.Group
      label={label}
      description="One year usually shows what recurs. You can import more later."
      value={reach}
      onChange={(value) => change({ reach: value as Reach, date })}
    >
      <Stack gap="xs" mt={6}>
        <Group gap="md">
          {listLabelKeys(backfillStartLabels).map((value) => (
            <Radio key={value} value={value} label={backfillStartLabels[value]} />
          ))}
        </Group>
        {reach === 'date' && (
          <DayField
            label="From"
            day={date || undefined}
            error={isWrong ? 'Choose a day in the past.' : undefined}
            choose={(day) => change({ reach, date: day ?? '' })}
          />
        )}
      </Stack>
    </Radio.Group>
  );
}

export function useStartBackfill() {
  return useMutation({
    mutationFn: ({ id, since }: { readonly id: string; readonly since: string | null }) =>
      api.POST('/v1/connections/{id}/backfill', { params: { path: { id } }, body: { since } }),
    onSettled: () => invalidateQueries('/v1/connections', '/v1/status'),
  });
}
