import { Box, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { describeDigestPeriod, describeDigestScope } from '../labels/describe-digest-period.ts';
import { describeQuietDigest, describeQuietDigests, quietDigestsExplanation } from './describe-digest-news.ts';

type Digest = Schemas['ListedDigest'];

interface Props {
  readonly digests: readonly Digest[];
  readonly isOneScope: boolean;
}

/** Folds the digests with few episodes and no news into one line. */
export function QuietDigests({ digests, isOneScope }: Props) {
  const nameOf = ({ period, scope }: Digest) =>
    isOneScope ? describeDigestPeriod(period) : describeDigestScope(scope);
  const unit = digests[0]?.period.kind ?? 'week';
  return (
    <Box component="details" mt="sm" fz="sm" c="dimmed">
      <Box component="summary" style={{ cursor: 'pointer' }}>
        {describeQuietDigests({ names: digests.map(nameOf), unit, isOneScope })}
      </Box>
      <Text size="sm" mt={4}>
        {quietDigestsExplanation}
      </Text>
      <Text size="sm" mt={4}>
        {digests.map((digest, at) => (
          <Fragment key={digest.id}>
            {at > 0 && ', '}
            <PageLink to="/digests/$digestId" params={{ digestId: digest.id }} inherit c="dimmed" underline="always">
              {nameOf(digest)}
            </PageLink>
            {describeFigures(digest)}
          </Fragment>
        ))}
      </Text>
    </Box>
  );
}

function describeFigures(digest: Digest): string {
  const figures = describeQuietDigest(digest);
  return figures === '' ? '' : ` (${figures})`;
}
