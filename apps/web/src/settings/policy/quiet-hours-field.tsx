import { Checkbox, Group, Input, NativeSelect, Select, Stack, Switch } from '@mantine/core';
import { type Policy, weekdays } from './policy-fields.ts';

type Hours = NonNullable<Policy['quietOutside']>;

interface Props {
  readonly label: string;
  readonly description: string;
  readonly error: string | undefined;
  /** The hours in which the policy may open issues; null if it may open them at any time. */
  readonly hours: Hours | null;
  change(hours: Hours | null): void;
}

const hoursOfDay = Array.from({ length: 25 }, (_, hour) => ({ value: `${hour}`, label: `${hour}:00` }));

/** A field for working hours. Outside these hours the policy opens no issue. */
export function QuietHoursField({ label, description, error, hours, change }: Props) {
  return (
    <Stack gap="xs">
      <Switch
        label={label}
        description={description}
        checked={hours !== null}
        onChange={(event) => change(event.currentTarget.checked ? defaultHours() : null)}
      />
      {hours && <Times hours={hours} change={change} />}
      {error && <Input.Error>{error}</Input.Error>}
    </Stack>
  );
}

function Times({ hours, change }: { readonly hours: Hours; change(hours: Hours): void }) {
  const { timeZone, workday, weekend } = hours;
  return (
    <>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label="From"
          data={hoursOfDay.slice(0, 24)}
          value={`${workday.from}`}
          onChange={(event) => change({ ...hours, workday: { ...workday, from: Number(event.currentTarget.value) } })}
        />
        <NativeSelect
          label="Until"
          data={hoursOfDay.slice(1)}
          value={`${workday.until}`}
          onChange={(event) => change({ ...hours, workday: { ...workday, until: Number(event.currentTarget.value) } })}
        />
        <Select
          label="Time zone"
          flex="1 1 180px"
          searchable
          allowDeselect={false}
          data={timeZones(timeZone)}
          value={timeZone}
          onChange={(chosen) => chosen && change({ ...hours, timeZone: chosen })}
        />
      </Group>
      <Checkbox.Group
        label="On these days"
        value={weekdays.filter((_, at) => !weekend.includes(at + 1))}
        onChange={(chosen) =>
          change({ ...hours, weekend: weekdays.flatMap((day, at) => (chosen.includes(day) ? [] : [at + 1])) })
        }
      >
        <Group gap="sm" mt={4}>
          {weekdays.map((day) => (
            <Checkbox key={day} value={day} label={day} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  );
}

function timeZones(chosen: string): string[] {
  return [...new Set([chosen, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();
}

function defaultHours(): Hours {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { timeZone, workday: { from: 8, until: 19 }, weekend: [6, 7] };
}
