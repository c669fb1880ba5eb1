import { List, Stack, Text } from '@mantine/core';
import { Warning } from '../../components/warning.tsx';
import { count } from '../../labels/count.ts';
import type { ParsedFile } from './parse-json-lines.ts';

const maxListed = 10;

export function FilePreview({ found: { lines, broken } }: { readonly found: ParsedFile }) {
  return (
    <Stack gap="sm" role="status">
      <Text size="sm">{count(lines.length, 'record')} can be imported.</Text>
      {broken.length > 0 && (
        <Warning title={`${count(broken.length, 'line')} cannot be read and would be left out`}>
          <List size="sm">
            {broken.slice(0, maxListed).map(({ line, reason }) => (
              <List.Item key={line}>
                Line {line}: {reason}
              </List.Item>
            ))}
          </List>
          {broken.length > maxListed && <Text size="sm">and {broken.length - maxListed} more</Text>}
        </Warning>
      )}
    </Stack>
  );
}
