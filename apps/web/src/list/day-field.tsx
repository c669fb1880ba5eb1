import { TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { formatDay } from '../labels/times.ts';
import type { DayInputProps } from './day-input.tsx';

/** Loaded lazily, because the calendar is large and few pages show one at first. */
const DayInput = lazy(async () => ({ default: (await import('./day-input.tsx')).DayInput }));

/** A field for a day, with a calendar. It names the month, because readers confuse 04/05 with 05/04. */
export function DayField(props: DayInputProps) {
  const { label, day } = props;
  const placeholder = (
    <TextInput label={label} flex="1 1 150px" readOnly value={day ? formatDay(`${day}T00:00`) : ''} />
  );
  return (
    <Suspense fallback={placeholder}>
      <DayInput {...props} />
    </Suspense>
  );
}
