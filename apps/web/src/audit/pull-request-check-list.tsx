import { Badge, Card, Flex, Group, Text, Title } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { ExternalLink, TextLink } from '../components/links.tsx';
import { EmptyState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { pullRequestCheckOutcomeLabels, pullRequestCheckStateLabels } from '../labels/audit-labels.ts';
import { count, formatProbability } from '../labels/format.ts';
import { NameField, PropertyFilterSelect, useUpdateSearchParameters } from '../list/filters.tsx';
import type { AuditSearchParameters } from '../list/search-parameters.ts';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { EnablePolicyLink } from './provider-write-list.tsx';

export function PullRequestCheckList({
  filter: { check: state, repository },
}: {
  readonly filter: AuditSearchParameters;
}) {
  const show = useUpdateSearchParameters<AuditSearchParameters>();
  const query = { state, repository, limit: 100 };
  const list = refrain.useInfiniteQuery('get', '/v1/checks', { params: { query } }, paginationOptions(15_000));
  const repositories = list.data?.pages.flatMap(({ items }) => items.map((check) => check.repository)) ?? [];
  return (
    <>
      <Flex wrap="wrap" gap="sm">
        <PropertyFilterSelect
          label="State"
          labels={pullRequestCheckStateLabels}
          chosen={state}
          choose={(check) => show({ check })}
        />
        <NameField
          label="Repository"
          placeholder="owner/name"
          names={repositories}
          name={repository}
          choose={(repository) => show({ repository })}
        />
      </Flex>
      <VirtualList
        list={list}
        one="check"
        rowHeight={100}
        empty={<NoChecks isFiltered={state !== undefined || repository !== undefined} />}
        keyOf={({ id }) => id}
      >
        {(check) => <PullRequestCheckRow check={check} />}
      </VirtualList>
    </>
  );
}

function NoChecks({ isFiltered }: { readonly isFiltered: boolean }) {
  const policy = refrain.useQuery('get', '/v1/policy').data?.policy;
  if (isFiltered) return <EmptyState title="No checks match.">Remove a filter.</EmptyState>;
  if (policy?.checkPulls)
    return (
      <EmptyState title="Nothing has been checked yet.">
        Most pull requests do not resemble an earlier failure, and get no check.
      </EmptyState>
    );
  return (
    <EmptyState title="Pull requests are not checked.">
      <EnablePolicyLink />. Checks require a GitHub App.
    </EmptyState>
  );
}

function PullRequestCheckRow({ check }: { readonly check: Schemas['ListedCheck'] }) {
  const { repository, number, state, outcome, score, averageScore, patternId, failureIds, url, at } = check;
  return (
    <Card withBorder padding="sm" component="article">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2} size="h3" flex="1 1 240px">
          <ExternalLink url={url}>
            {repository}#{number}
          </ExternalLink>
        </Title>
        <Badge variant="dot" color={outcome === 'failed' ? 'orange' : 'gray'} tt="none" fw={500}>
          {pullRequestCheckOutcomeLabels[outcome]}
        </Badge>
      </Group>
      <Text size="sm" my={4}>
        {formatProbability(score)} likely to fail, compared with {formatProbability(averageScore)} for an average
        change. It resembles the changes behind {count(failureIds.length, 'earlier failure')}
        {patternId !== null && (
          <>
            ; it most resembles those behind{' '}
            <TextLink to="/patterns/$patternId" params={{ patternId }}>
              this pattern
            </TextLink>
          </>
        )}
        .
      </Text>
      <Text size="sm" c="dimmed">
        Check {pullRequestCheckStateLabels[state]}, <Timestamp at={at} />
      </Text>
    </Card>
  );
}
