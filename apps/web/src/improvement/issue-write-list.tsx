import { List, Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { ExternalLink, PageLink } from '../components/links.tsx';
import { Section } from '../components/section.tsx';
import { QueryState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import {
  describeWriter,
  describeWriteTarget,
  providerWriteStateLabels,
  providerWriteVerbs,
} from '../labels/audit-labels.ts';
import { capitalise } from '../labels/format.ts';
import { type FoldedWrites, foldWrites } from './fold-writes.ts';

/** Lists what Refrain wrote to the issue, and why. Equal writes in a row are one line. */
export function IssueWriteList({ target }: { readonly target: string }) {
  const writes = refrain.useQuery('get', '/v1/writes', { params: { query: { target, limit: 50 } } });
  return (
    <Section title="Activity">
      <QueryState query={writes} what="the activity" height={80}>
        {({ items }) => (
          <List size="sm" spacing="xs">
            {foldWrites(items).map((folded) => (
              <List.Item key={folded.newest.id}>
                <WriteLine folded={folded} />
              </List.Item>
            ))}
          </List>
        )}
      </QueryState>
      <PageLink to="/audit" search={{ show: 'writes', target }} size="sm">
        Details and undo
      </PageLink>
    </Section>
  );
}

function WriteLine({ folded: { newest, count } }: { readonly folded: FoldedWrites<Schemas['ProviderWrite']> }) {
  const { by, action, url, why, state, at } = newest;
  return (
    <>
      {capitalise(describeWriter(by))} {providerWriteVerbs[action]}{' '}
      <ExternalLink url={url}>{describeWriteTarget(newest)}</ExternalLink>
      {count > 1 && ` ${count} times`}: {why}{' '}
      <Text span size="sm" c="dimmed">
        {state === 'done' ? '' : `(${providerWriteStateLabels[state]}) `}
        {count > 1 && 'last '}
        <Timestamp at={at} as="age" />
      </Text>
    </>
  );
}
