import { Paper, Text, Title } from '@mantine/core';
import { PageLink } from '../components/links.tsx';
import { describeDigestChanges, describeDigestFigures } from './describe-digest-news.ts';
import { DigestTable } from './digest-table.tsx';
import type { DigestGroup } from './group-digests.ts';
import { QuietDigests } from './quiet-digests.tsx';

interface Props {
  readonly group: DigestGroup;
  /** Whether the digests are those of one service or team, so that their rows are named by the period. */
  readonly isOneScope: boolean;
}

/** The digest of the organisation with its figures, and below it those of teams and services. */
export function DigestCard({ group: { title, organisation, listed, quiet }, isOneScope }: Props) {
  const changes = organisation === null ? '' : describeDigestChanges(organisation);
  return (
    <Paper withBorder p="md" component="article">
      <Title order={2} size="h4">
        {organisation === null ? (
          title
        ) : (
          <PageLink to="/digests/$digestId" params={{ digestId: organisation.id }} inherit>
            {title}
          </PageLink>
        )}
      </Title>
      {organisation !== null && (
        <Text mt={2}>
          {describeDigestFigures(organisation)}
          {changes !== '' && ` · ${changes}`}
        </Text>
      )}
      {listed.length > 0 && <DigestTable digests={listed} isOneScope={isOneScope} />}
      {quiet.length > 0 && <QuietDigests digests={quiet} isOneScope={isOneScope} />}
    </Paper>
  );
}
