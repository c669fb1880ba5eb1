import { List, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { Warning } from '../../components/states.tsx';
import { count } from '../../labels/format.ts';
import { describeCheck } from './describe-check.ts';

const maxListed = 10;

/** Says what an import would store, and lists the rows that cannot be read. */
export function CheckSummary({ check }: { readonly check: Schemas['FileCheckResponse'] }) {
  return (
    <Stack gap="sm">
      <Text role="status">
        <b>{describeCheck(check)}</b> Nothing has been stored yet.
      </Text>
      <SkippedRows {...check} />
      {check.notes.length > 0 && (
        <List size="sm" c="dimmed">
          {check.notes.slice(0, maxListed).map((note) => (
            <List.Item key={note}>Note: {note}.</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

export function SkippedRows({ skipped, problems }: Pick<Schemas['FileCheckResponse'], 'skipped' | 'problems'>) {
  if (skipped === 0) return null;
  return (
    <Warning title={`${count(skipped, 'row')} cannot be imported`}>
      <List size="sm">
        {problems.slice(0, maxListed).map(({ line, reason }) => (
          <List.Item key={line} style={{ overflowWrap: 'anywhere' }}>
            Line {line}: {reason}
          </List.Item>
        ))}
      </List>
      {problems.length > maxListed && (
        <Text component="details" size="sm" mt={4}>
          <summary>
            {problems.length < skipped ? `The first ${problems.length} of them` : `All ${problems.length}`}
          </summary>
          <List size="sm">
            {problems.slice(maxListed).map(({ line, reason }) => (
              <List.Item key={line} style={{ overflowWrap: 'anywhere' }}>
                Line {line}: {reason}
              </List.Item>
            ))}
          </List>
        </Text>
      )}
      <Text size="sm" mt={4}>
        To import these rows too, map other columns, or correct the rows and choose the file again.
      </Text>
    </Warning>
  );
}
