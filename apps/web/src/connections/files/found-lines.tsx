import { List, Stack, Text } from '@mantine/core';
import { Attention } from '../../parts/attention.tsx';
import { count } from '../../words/count.ts';
import type { ReadFile } from './read-rows.ts';

/** Lines told one by one. */
const mostTold = 10;

/** What was read in a file before it is sent. */
export function FoundLines({ found: { lines, broken } }: { readonly found: ReadFile }) {
  return (
    <Stack gap="sm" role="status">
      <Text size="sm">{count(lines.length, 'record')} can be taken in.</Text>
      {broken.length > 0 && (
        <Attention title={`${count(broken.length, 'line')} cannot be read and would be left out`}>
          <List size="sm">
            {broken.slice(0, mostTold).map(({ line, reason }) => (
              <List.Item key={line}>
                Line {line}: {reason}
              </List.Item>
            ))}
          </List>
          {broken.length > mostTold && <Text size="sm">and {broken.length - mostTold} more</Text>}
        </Attention>
      )}
    </Stack>
  );
}
