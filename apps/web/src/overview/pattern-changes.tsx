import { Group, List, Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/page-link.tsx';
import { count } from '../labels/count.ts';
import type { PatternSearch } from '../patterns/pattern-search.ts';
import { Panel } from './panel.tsx';

type Changes = Schemas['Overview']['patternChanges'];

const kinds: readonly (readonly [keyof Changes, string, PatternSearch])[] = [
  ['fresh', 'New', { recurrence: 'new' }],
  ['rising', 'Rising', { direction: 'rising' }],
  ['returned', 'Returned', { recurrence: 'returned' }],
];

const maxListed = 3;

export function PatternChanges({ became }: { readonly became: Changes }) {
  return (
    <Panel title="Patterns to look at">
      <Stack gap={6}>
        {kinds.map(([kind, name, search]) => {
          const { total, items } = became[kind];
          return (
            <div key={kind}>
              <Group gap={6} justify="space-between">
                <Text size="sm" fw={600}>
                  {name}
                </Text>
                {total === 0 ? (
                  <Text size="sm" c="dimmed">
                    none
                  </Text>
                ) : (
                  <PageLink to="/patterns" search={search} size="sm">
                    {count(total, 'pattern')}
                  </PageLink>
                )}
              </Group>
              {total > 0 && (
                <List size="sm" listStyleType="none">
                  {items.slice(0, maxListed).map(({ id, name: patternName, episodes }) => (
                    <List.Item key={id}>
                      <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit>
                        {patternName}
                      </PageLink>{' '}
                      <Text span size="sm" c="dimmed">
                        {count(episodes, 'episode')}
                      </Text>
                    </List.Item>
                  ))}
                  {total > maxListed && <List.Item c="dimmed">and {total - maxListed} more</List.Item>}
                </List>
              )}
            </div>
          );
        })}
      </Stack>
    </Panel>
  );
}
