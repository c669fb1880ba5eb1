import { Group, Paper, Text, Title } from '@mantine/core';
import { PageLink } from '../components/links.tsx';
import { describeDigestFigures } from './describe-digest-news.ts';
import { DigestNews } from './digest-news.tsx';
import { DigestTable } from './digest-table.tsx';
import { type DigestGroup, saysSomething } from './group-digests.ts';
import { QuietDigests } from './quiet-digests.tsx';

interface Props {
  readonly group: DigestGroup;
  /** Whether the digests are those of one service or team, so that their rows are named by the period. */
  readonly isOneScope: boolean;
}

/** The digest of the organisation with its figures, and below it those of teams and services. A quiet period is one line. */
export function DigestCard({ group: { title, organisation, listed, quiet }, isOneScope }: Props) {
  const isQuiet = organisation !== null && listed.length === 0 && !saysSomething(organisation);
  return (
    <Paper withBorder p="md" component="article">
      <Group gap="xs" align="baseline">
        <Title order={2} size="h4">
          {organisation === null ? (
            title
          ) : (
            <PageLink to="/digests/$digestId" params={{ digestId: organisation.id }} inherit>
              {title}
            </PageLink>
          )}
        </Title>
        {isQuiet && (
          <Text size="sm" c="dimmed">
            {describeDigestFigures(organisation)}
          </Text>
        )}
      </Group>
      {organisation !== null && !isQuiet && (
        <>
          <Text mt={2}>{describeDigestFigures(organisation)}</Text>
          <Text size="sm" mt={2}>
            <DigestNews digest={organisation} />
          </Text>
        </>
      )}
      {listed.length > 0 && <DigestTable digests={listed} isOneScope={isOneScope} />}
      {quiet.length > 0 && !isQuiet && <QuietDigests digests={quiet} isOneScope={isOneScope} />}
    </Paper>
  );
}
