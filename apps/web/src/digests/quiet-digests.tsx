import { Text } from '@mantine/core';
import { Fragment } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { describeDigestPeriod, describeDigestScope } from '../labels/describe-digest-period.ts';
import { count } from '../labels/format.ts';
import { isSamePeriod } from './fold-quiet-digests.ts';

type Digest = Schemas['ListedDigest'];

/** One line for digests without a change: services of one period, or periods of one service. */
export function QuietDigests({ digests }: { readonly digests: readonly [Digest, ...Digest[]] }) {
  const [first] = digests;
  const isOnePeriod = digests.every((digest) => isSamePeriod(digest, first));
  const what = isOnePeriod ? '' : `: ${count(digests.length, first.period.kind)}`;
  return (
    <Text size="sm" c="dimmed" px="md" component="article">
      {`No pattern or fix changed${what || ' in'} `}
      {!isOnePeriod && `for ${describeDigestScope(first.scope)}, `}
      {digests.map((digest, at) => (
        <Fragment key={digest.id}>
          {at > 0 && ', '}
          <PageLink to="/digests/$digestId" params={{ digestId: digest.id }} size="sm" c="dimmed" underline="always">
            {isOnePeriod ? describeDigestScope(digest.scope) : describeDigestPeriod(digest.period)}
          </PageLink>
          {digest.episodes > 0 && ` (${count(digest.episodes, 'episode')})`}
        </Fragment>
      ))}
    </Text>
  );
}
