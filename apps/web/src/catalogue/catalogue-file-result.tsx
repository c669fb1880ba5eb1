import { Alert, List, Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { entryStatusLabels } from '../labels/catalogue-labels.ts';
import { count } from '../labels/count.ts';
import { describeLocation } from './entry.ts';

export function CatalogueFileResult({
  answer: { items, problems },
}: {
  readonly answer: Schemas['CatalogueImportResponse'];
}) {
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
              {entry.service} from {describeLocation(entry)}: {entryStatusLabels[entry.status]}
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
