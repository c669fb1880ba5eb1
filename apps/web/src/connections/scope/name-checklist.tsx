import { Badge, Box, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { count } from '../../labels/count.ts';

/** Maximum of listed names. The search finds the others. */
const maxShown = 200;

interface Props {
  readonly things: string;
  readonly visible: readonly string[];
  /** Names that are in scope although they are not ticked, because a pattern such as `acme/*` matches them. */
  readonly byPattern: readonly string[];
  readonly names: readonly string[];
  choose(names: readonly string[]): void;
}

export function NameChecklist({ things, visible, byPattern, names, choose }: Props) {
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
          label={`Find ${things}`}
          placeholder="Part of a name"
          flex="1 1 200px"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => choose([...new Set([...names, ...found])])}>
          Tick {query === '' ? 'all' : `these ${found.length}`}
        </Button>
        <Button variant="default" disabled={names.length === 0} onClick={() => choose([])}>
          Tick none
        </Button>
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {names.length} of {count(visible.length, 'is', 'are')} ticked
        {query !== '' && `, ${found.length} found`}
      </Text>
      <Box
        role="group"
        aria-label={`Seen ${things}`}
        tabIndex={0}
        p="xs"
        style={{ overflowY: 'auto', maxHeight: 280, border: '1px solid var(--mantine-color-default-border)' }}
      >
        {found.slice(0, maxShown).map((name) => (
          <Group key={name} gap="xs" wrap="nowrap" py={3}>
            <Checkbox label={name} checked={ticked.has(name)} onChange={() => toggle(name)} />
            {!ticked.has(name) && matched.has(name) && (
              <Badge variant="default" tt="none" fw={500} flex="none">
                by a pattern
              </Badge>
            )}
          </Group>
        ))}
        {found.length === 0 && <Text size="sm">None is called like that.</Text>}
        {found.length > maxShown && (
          <Text size="sm" c="dimmed">
            and {found.length - maxShown} more: write a part of the name.
          </Text>
        )}
      </Box>
    </Stack>
  );
}
