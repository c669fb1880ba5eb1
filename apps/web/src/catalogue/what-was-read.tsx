import { Alert, List, Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { entryStatusWords } from '../words/catalogue-words.ts';
import { count } from '../words/count.ts';
import { describePlace } from './entry.ts';

/** What of a file fits, and what could not be used. */
export function WhatWasRead({ answer: { items, problems } }: { readonly answer: Schemas['CatalogueImportedAnswer'] }) {
  return (
    <Stack gap="xs" role="status">
      <Text size="sm" fw={600}>
        {items.length === 0
          ? 'Nothing in it fits a known service.'
          : `${count(items.length, 'entry', 'entries')} in it:`}
      </Text>
      {items.length > 0 && (
        <List size="sm">
          {items.map((entry) => (
            <List.Item key={entry.id}>
              {entry.service} from {describePlace(entry)}: {entryStatusWords[entry.status]}
            </List.Item>
          ))}
        </List>
      )}
      {problems.length > 0 && (
        <Alert variant="outline" title="Not all of it could be used">
          <List size="sm">
            {problems.map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  );
}
