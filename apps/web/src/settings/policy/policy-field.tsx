import { Button, Group, Input, NumberInput, Radio, Stack, Switch, TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useScopeNames } from '../../list/filters.tsx';
import type { PolicyFieldLimits } from './policy-field-limits.ts';
import { describePolicyValue, hasSameJson, type Policy, type PolicyFieldName, policyFields } from './policy-fields.ts';
import { QuietHoursField } from './quiet-hours-field.tsx';

type Value = Policy[PolicyFieldName];

interface Props {
  readonly name: PolicyFieldName;
  readonly value: Value;
  readonly limits: PolicyFieldLimits;
  readonly problem: string | undefined;
  change(value: Value): void;
}

export function PolicyField({ name, value, limits, problem, change }: Props) {
  const { input } = policyFields[name];
  const defaultValue = limits.default as Value | undefined;
  return (
    <Stack gap={4}>
      <Entry name={name} value={value} limits={limits} problem={problem} change={change} />
      {defaultValue !== undefined && !hasSameJson(defaultValue, value) && (
        <Group gap={6}>
          <Text size="xs" c="dimmed">
            Default: {describePolicyValue(input, defaultValue)}
          </Text>
          <Button
            size="compact-xs"
            variant="light"
            aria-label={`Reset ${policyFields[name].label}`}
            onClick={() => change(defaultValue)}
          >
            Reset
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Entry({ name, value, limits: { minimum, maximum }, problem, change }: Props) {
  const { label, help, input } = policyFields[name];
  const inputProps = { label, description: help, error: problem };
  switch (input.kind) {
    case 'number':
      return (
        <NumberInput
          {...inputProps}
          value={value as number}
          min={minimum}
          max={maximum}
          clampBehavior="none"
          suffix={` ${input.unit}`}
          onChange={(entered) => change(readNumber(entered, 1))}
        />
      );
    case 'share':
      return (
        <NumberInput
          {...inputProps}
          value={value === null ? '' : Math.round((value as number) * 1e6) / 1e4}
          min={minimum === undefined ? 0 : minimum * 100}
          max={maximum === undefined ? 100 : maximum * 100}
          step={5 * 10 ** -input.digits}
          decimalScale={input.digits + 1}
          clampBehavior="none"
          suffix=" %"
          onChange={(entered) => change(readNumber(entered, 100))}
        />
      );
    case 'switch':
      return (
        <Switch {...inputProps} checked={value as boolean} onChange={(event) => change(event.currentTarget.checked)} />
      );
    case 'text':
      return (
        <TextInput
          {...inputProps}
          placeholder={input.placeholder}
          value={(value as string | null) ?? ''}
          onChange={(event) => change(event.currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <Radio.Group {...inputProps} value={value as string} onChange={(chosen) => change(chosen as Value)}>
          <Stack gap="xs" mt="xs">
            {Object.entries(input.options).map(([option, label]) => (
              <Radio key={option} value={option} label={label} />
            ))}
          </Stack>
        </Radio.Group>
      );
    case 'services':
      return <ServicesField {...inputProps} services={value as string[]} change={change} />;
    case 'hours':
      return <QuietHoursField {...inputProps} hours={value as Policy['quietOutside']} change={change} />;
  }
}

/** Parses a number. An empty field becomes null, so that the API reports it as missing. */
function readNumber(entered: number | string, scale: number): Value {
  const number = typeof entered === 'number' ? entered : Number.parseFloat(entered);
  return Number.isNaN(number) ? (null as unknown as Value) : Math.round((number / scale) * 1e6) / 1e6;
}

interface ServicesFieldProps {
  readonly label: string;
  readonly description: string;
  readonly error: string | undefined;
  readonly services: readonly string[];
  change(services: string[]): void;
}

function ServicesField({ label, description, error, services, change }: ServicesFieldProps) {
  const known = useScopeNames();
  const [isChoosing, setChoosing] = useState(false);
  const chosen = services.includes('*') ? 'all' : services.length > 0 || isChoosing ? 'some' : 'none';
  return (
    <Stack gap="xs">
      <Radio.Group
        label={label}
        description={description}
        value={chosen}
        onChange={(choice) => {
          setChoosing(choice === 'some');
          change(choice === 'all' ? ['*'] : []);
        }}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="none" label="None" />
          <Radio value="all" label="All services" />
          <Radio value="some" label="These services" />
        </Stack>
      </Radio.Group>
      {chosen === 'some' && (
        <TagsInput
          label="Which services"
          placeholder={services.length === 0 ? 'Names as they appear in PagerDuty' : ''}
          data={known.services}
          value={[...services]}
          onChange={change}
        />
      )}
      {error && <Input.Error>{error}</Input.Error>}
    </Stack>
  );
}
