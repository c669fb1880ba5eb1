import { Box, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { describeDigestPeriod, describeDigestScope } from '../labels/describe-digest-period.ts';
import { count } from '../labels/format.ts';
import { describeDigestChanges } from './describe-digest-news.ts';

type Digest = Schemas['ListedDigest'];

interface Props {
  readonly digests: readonly Digest[];
  readonly isOneScope: boolean;
}

/** Folds the digests that have nothing to say into one line. */
export function QuietDigests({ digests, isOneScope }: Props) {
  const unit = digests[0]?.period.kind ?? 'week';
  const what = isOneScope
    ? count(digests.length, unit)
    : count(digests.length, 'team or service', 'teams and services');
  return (
    <Box component="details" mt="sm" fz="sm" c="dimmed">
      <Box component="summary" style={{ cursor: 'pointer' }}>
        Nothing new in {what}
      </Box>
      <Text size="sm" mt={4}>
        {digests.map((digest, at) => (
          <Fragment key={digest.id}>
            {at > 0 && ', '}
            <PageLink to="/digests/$digestId" params={{ digestId: digest.id }} inherit c="dimmed" underline="always">
              {isOneScope ? describeDigestPeriod(digest.period) : describeDigestScope(digest.scope)}
            </PageLink>
            {describeRest(digest)}
          </Fragment>
        ))}
      </Text>
    </Box>
  );
}

function describeRest(digest: Digest): string {
  const { episodes } = digest;
  const rest = [episodes === 0 ? '' : count(episodes, 'episode'), describeDigestChanges(digest)].filter(Boolean);
  return rest.length === 0 ? '' : ` (${rest.join(', ')})`;
}
