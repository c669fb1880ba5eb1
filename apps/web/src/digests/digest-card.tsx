import { Group, Paper, Text, Title } from '@mantine/core';
import { PageLink } from '../components/links.tsx';
import { describeDigestFigures } from './describe-digest-news.ts';
import { CostliestEpisodes, DigestNews } from './digest-news.tsx';
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
  const teams = listed.filter(({ scope }) => scope.kind === 'team');
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
            {organisation.costliest.length > 0 && ' · '}
            <CostliestEpisodes episodes={organisation.costliest} />
          </Text>
        )}
      </Group>
      {organisation !== null && !isQuiet && (
        <>
          <Text mt={2}>{describeDigestFigures(organisation)}</Text>
          <Text size="sm" mt={2}>
            <CostliestEpisodes episodes={organisation.costliest} />
          </Text>
          <Text size="sm" mt={2}>
            <DigestNews digest={organisation} />
          </Text>
        </>
      )}
      {listTables(listed, isOneScope).map(([heading, digests]) => (
        <DigestTable
          key={heading}
          heading={heading}
          digests={digests}
          teamDigests={heading === 'Service' ? teams : []}
          isOneScope={isOneScope}
        />
      ))}
      {quiet.length > 0 && !isQuiet && <QuietDigests digests={quiet} isOneScope={isOneScope} />}
    </Paper>
  );
}

/** Separates teams from services, because an episode of a service is one of its team too. */
function listTables(listed: Props['group']['listed'], isOneScope: boolean): [heading: string, typeof listed][] {
  const tables: [string, typeof listed][] = isOneScope
    ? [['Period', listed]]
    : [
        ['Team', listed.filter(({ scope }) => scope.kind === 'team')],
        ['Service', listed.filter(({ scope }) => scope.kind === 'service')],
      ];
  return tables.filter(([, digests]) => digests.length > 0);
}
