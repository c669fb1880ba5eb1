import { Badge, Box, Button, Checkbox, Group, Loader, Radio, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ProviderDescriptor, Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/states.tsx';
import { capitalise, count, formatShortenedNameList } from '../../labels/format.ts';
import type { CheckedScopeChoice } from './check-scope.ts';
import { formatRepositoryOrServiceCount } from './scope-choice.ts';
import { ScopeRefinements } from './scope-refinements.tsx';

interface Props {
  readonly provider: ProviderDescriptor;
  readonly choosing: CheckedScopeChoice;
}

const everything: NonNullable<ProviderDescriptor['scope']> = {
  selects: 'services',
  example: '',
  excludes: null,
  refinements: [],
};

export function ScopeChoiceFields({ provider, choosing }: Props) {
  const { choice, setChoice, scope, checked, isChecking, error } = choosing;
  const { visible } = checked.health;
  const { selects: things, example, excludes, refinements } = provider.scope ?? everything;
  return (
    <Stack gap="sm">
      <Radio.Group
        label={`Which ${things}?`}
        value={choice.all ? 'all' : 'some'}
        onChange={(value) => setChoice({ ...choice, all: value === 'all' })}
      >
        <Stack gap="xs" mt={6}>
          <Radio
            value="all"
            label={`All ${things}: ${formatRepositoryOrServiceCount(provider, visible.length)} now, and future ones`}
            description={excludes === null ? undefined : `${capitalise(excludes)} are excluded.`}
          />
          <Radio value="some" label={`Selected ${things}`} />
        </Stack>
      </Radio.Group>
      {!choice.all && (
        <Stack gap="sm" pl={{ base: 0, sm: 'lg' }}>
          <NameChecklist
            things={things}
            visible={visible}
            byPattern={choice.patterns.length === 0 || isChecking || scope === null ? [] : checked.matched}
            names={choice.names}
            choose={(names) => setChoice({ ...choice, names })}
          />
          <TagsInput
            label="Patterns"
            description="* matches any characters, ? matches one. Future matches are imported too. Press Enter to add a pattern."
            placeholder={choice.patterns.length > 0 ? undefined : example}
            value={[...choice.patterns]}
            onChange={(patterns) => setChoice({ ...choice, patterns })}
          />
        </Stack>
      )}
      {refinements.length > 0 && <ScopeRefinements refinements={refinements} choice={choice} change={setChoice} />}
      <ScopePreview provider={provider} checked={checked} isChecking={isChecking} isNothing={scope === null} />
      {error !== null && <ProblemNotice error={error} />}
    </Stack>
  );
}

/** Maximum of listed names. The search finds the others. */
const maxShown = 200;

interface NameChecklistProps {
  readonly things: string;
  readonly visible: readonly string[];
  /** Names that are in scope although they are not ticked, because a pattern such as `acme/*` matches them. */
  readonly byPattern: readonly string[];
  readonly names: readonly string[];
  choose(names: readonly string[]): void;
}

function NameChecklist({ things, visible, byPattern, names, choose }: NameChecklistProps) {
  const [query, setQuery] = useState('');
  const found = visible.filter((name) => name.toLowerCase().includes(query.trim().toLowerCase()));
  const ticked = new Set(names);
  const matched = new Set(byPattern);
  const toggle = (name: string) =>
    choose(ticked.has(name) ? names.filter((other) => other !== name) : [...names, name]);
  return (
    <Stack gap={6}>
      <Group align="flex-end" gap="xs">
        <TextInput
          type="search"
          label={`Search ${things}`}
          placeholder="Part of a name"
          flex="1 1 200px"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => choose([...new Set([...names, ...found])])}>
          Select {query === '' ? 'all' : `these ${found.length}`}
        </Button>
        <Button variant="default" disabled={names.length === 0} onClick={() => choose([])}>
          Clear
        </Button>
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {names.length} of {visible.length.toLocaleString('en')} selected
        {query !== '' && `, ${found.length} found`}
      </Text>
      <Box
        role="group"
        aria-label={`Visible ${things}`}
        tabIndex={0}
        p="xs"
        style={{ overflowY: 'auto', maxHeight: 280, border: '1px solid var(--mantine-color-default-border)' }}
      >
        {found.slice(0, maxShown).map((name) => (
          <Group key={name} gap="xs" wrap="nowrap" py={3}>
            <Checkbox label={name} checked={ticked.has(name)} onChange={() => toggle(name)} />
            {!ticked.has(name) && matched.has(name) && (
              <Badge variant="default" tt="none" fw={500} flex="none">
                matches a pattern
              </Badge>
            )}
          </Group>
        ))}
        {found.length === 0 && <Text size="sm">No name matches.</Text>}
        {found.length > maxShown && (
          <Text size="sm" c="dimmed">
            and {found.length - maxShown} more. Search by name to find them.
          </Text>
        )}
      </Box>
    </Stack>
  );
}

interface ScopePreviewProps {
  readonly provider: ProviderDescriptor;
  readonly checked: Schemas['ConnectionCheckResponse'];
  readonly isChecking: boolean;
  readonly isNothing: boolean;
}

function ScopePreview({
  provider,
  checked: { matched, unmatched, streams },
  isChecking,
  isNothing,
}: ScopePreviewProps) {
  return (
    <Stack gap={4} role="status">
      <Group gap="xs" wrap="nowrap">
        {isChecking && <Loader size="xs" aria-label="Checking the scope" />}
        <Text size="sm" fw={600}>
          {isNothing
            ? 'Nothing is selected. Select a name or add a pattern.'
            : `In scope: ${formatRepositoryOrServiceCount(provider, matched.length)}, ${count(streams.length, 'data stream')}.`}
        </Text>
      </Group>
      {!isNothing && matched.length > 0 && (
        <Text size="sm" c="dimmed">
          {formatShortenedNameList(matched, 8)}
        </Text>
      )}
      {!isNothing && unmatched.length > 0 && (
        <Text size="sm">
          <b>No match:</b> {formatShortenedNameList(unmatched, 8)}. Check the spelling and the credential’s permissions.
        </Text>
      )}
    </Stack>
  );
}
