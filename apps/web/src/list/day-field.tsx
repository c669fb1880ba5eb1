import { TextInput } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly day: string | undefined;
  readonly min?: string;
  readonly max?: string;
  choose(day: string | undefined): void;
}

export function DayField({ label, day, min, max, choose }: Props) {
  return (
    <TextInput
      type="date"
      label={label}
      flex="1 1 150px"
      min={min}
      max={max}
      value={day ?? ''}
      onChange={(event) => choose(event.currentTarget.value || undefined)}
    />
  );
}
