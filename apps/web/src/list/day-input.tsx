import '@mantine/dates/styles.css';
import { DateInput } from '@mantine/dates';
import { parseTypedDay } from './parse-typed-day.ts';

export interface DayInputProps {
  readonly label: string;
  /** A day such as `2026-05-04`. */
  readonly day: string | undefined;
  readonly min?: string;
  readonly max?: string;
  readonly error?: string | undefined;
  choose(day: string | undefined): void;
}

export function DayInput({ label, day, min, max, error, choose }: DayInputProps) {
  return (
    <DateInput
      label={label}
      placeholder="Any day"
      flex="1 1 150px"
      valueFormat="D MMM YYYY"
      weekendDays={[]}
      hideOutsideDates
      ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month' }}
      // Within the landmark of the page, and in the dialog that may contain the field
      popoverProps={{ withinPortal: false }}
      dateParser={parseTypedDay}
      value={day ?? null}
      onChange={(chosen) => choose(chosen ?? undefined)}
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label.toLowerCase()}`, 'aria-hidden': false, tabIndex: 0 }}
      error={error}
      {...(min && { minDate: min })}
      {...(max && { maxDate: max })}
    />
  );
}
