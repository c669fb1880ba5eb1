import { Group, List, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/page-link.tsx';
import { Panel } from './panel.tsx';

const states: readonly (readonly [Schemas['ImprovementState'], string])[] = [
  ['verified', 'held'],
  ['recurred', 'came back'],
  ['fixed', 'being watched'],
  ['proposed', 'to decide'],
];

const maxListed = 2;

export function Fixes({ fixes: { byState, newest } }: { readonly fixes: Schemas['Overview']['fixes'] }) {
  return (
    <Panel title="Fixes">
      <Group gap="md">
        {states.map(([state, label]) => (
          <PageLink key={state} to="/improvements" size="sm" c="inherit">
            <b>{byState[state] ?? 0}</b> {label}
          </PageLink>
        ))}
      </Group>
      {newest.length > 0 && (
        <List size="sm" listStyleType="none" mt={4}>
          {newest.slice(0, maxListed).map(({ id, title, explanation, state }) => (
            <List.Item key={id}>
              <PageLink to="/improvements/$improvementId" params={{ improvementId: id }} inherit lineClamp={1}>
                {title}
              </PageLink>
              <Text size="sm" c="dimmed" lineClamp={2}>
                {explanation ?? (state === 'verified' ? 'The fix held.' : 'It came back after the fix.')}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </Panel>
  );
}
