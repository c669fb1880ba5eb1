import { Button, Collapse, Flex, Kbd, Stack, Text, Textarea } from '@mantine/core';
import { getHotkeyHandler, useDisclosure } from '@mantine/hooks';
import { ChevronDownIcon, ChevronUpIcon } from '@primer/octicons-react';
import { useEffect, useState } from 'react';
import { handleSubmit } from '../components/forms.tsx';
import { EnvironmentField, ServiceField } from '../list/filters.tsx';
import {
  maxSearchedTextLength,
  parseSearchQuestion,
  type SearchQuestion,
  shortenToMaxTextLength,
} from './parse-search-question.ts';

interface Props {
  readonly initialInput: string;
  readonly location: SearchLocation;
  ask(question: SearchQuestion): void;
  narrow(change: SearchLocation): void;
}

const figure = new Intl.NumberFormat('en');

export function SearchForm({ initialInput, location, ask, narrow }: Props) {
  const [input, setInput] = useState(initialInput);
  useEffect(() => setInput(initialInput), [initialInput]);
  const question = parseSearchQuestion(input);
  const length = input.trim().length;
  const isTooLong = length > maxSearchedTextLength;
  const submit = () => {
    if (question !== null && !isTooLong) ask(question);
  };
  return (
    <Stack component="form" gap="sm" onSubmit={handleSubmit(submit)}>
      <Textarea
        label="Error message, log line, or URL of an incident"
        description="Refrain neither stores nor logs this text."
        placeholder={'FATAL: remaining connection slots are reserved\nor https://acme.pagerduty.com/incidents/…'}
        autosize
        minRows={2}
        maxRows={16}
        autoFocus
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={input}
        onChange={(event) => setInput(event.currentTarget.value)}
        onKeyDown={getHotkeyHandler([
          ['Enter', submit],
          ['mod+Enter', submit],
        ])}
        aria-invalid={isTooLong}
        aria-describedby={isTooLong ? 'too-long' : undefined}
      />
      {isTooLong && (
        <Text id="too-long" size="sm" fw={600} role="alert">
          The text has {figure.format(length)} characters, and the limit is {figure.format(maxSearchedTextLength)}.
          Shorten it; the beginning matters most.
        </Text>
      )}
      <Flex gap="sm" wrap="wrap" align="center">
        <Button type="submit" disabled={question === null || isTooLong}>
          Search
        </Button>
        {isTooLong && (
          <Button variant="default" onClick={() => setInput(shortenToMaxTextLength(input))}>
            Keep the first {figure.format(maxSearchedTextLength)} characters
          </Button>
        )}
        <Text size="sm" c="dimmed" visibleFrom="sm" aria-hidden>
          <Kbd>Enter</Kbd> searches, <Kbd>Shift</Kbd> <Kbd>Enter</Kbd> starts a new line
        </Text>
        {question !== null && 'url' in question && (
          <Text size="sm" c="dimmed">
            Recognised as a URL
          </Text>
        )}
      </Flex>
      <LocationFilter location={location} narrow={narrow} />
    </Stack>
  );
}

interface SearchLocation {
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
}

interface LocationFilterProps {
  readonly location: SearchLocation;
  narrow(change: SearchLocation): void;
}

function LocationFilter({ location, narrow }: LocationFilterProps) {
  const isLimited = location.service !== undefined || location.environment !== undefined;
  const [isOpen, { toggle }] = useDisclosure(isLimited);
  const Icon = isOpen ? ChevronUpIcon : ChevronDownIcon;
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={toggle}
        aria-expanded={isOpen}
        aria-controls="search-filters"
        rightSection={<Icon size={14} aria-hidden />}
      >
        Filter by service or environment
      </Button>
      <Collapse expanded={isOpen} id="search-filters">
        <Flex gap="sm" wrap="wrap" maw={560} pt="xs">
          <ServiceField name={location.service} choose={(service) => narrow({ service })} />
          <EnvironmentField name={location.environment} choose={(environment) => narrow({ environment })} />
        </Flex>
      </Collapse>
    </div>
  );
}
