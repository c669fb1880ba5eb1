import { Card, Flex, Group, List, Text, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { ExternalLink, PageLink, TextLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { ServiceLinks } from '../components/service-link.tsx';
import { EmptyState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { causeLabels, recurrenceLabels } from '../labels/domain-labels.ts';
import { count } from '../labels/format.ts';
import { listLocations } from '../labels/list-locations.ts';
import {
  hasAnyFilter,
  PropertyFilterSelect,
  SearchField,
  ServiceField,
  useUpdateSearchParameters,
} from '../list/filters.tsx';
import type { LibrarySearchParameters } from '../list/search-parameters.ts';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { ExportMenu } from './export-menu.tsx';

export function LibraryPage() {
  const filter = useSearch({ from: '/library' });
  const query = { ...filter, limit: 50 };
  const list = refrain.useInfiniteQuery('get', '/v1/library', { params: { query } }, paginationOptions());
  return (
    <Page
      title="Library"
      lead="One failure scenario for each pattern, for reviews, game days and onboarding. The most frequent come first."
      actions={<ExportMenu filter={filter} />}
    >
      <LibraryFilterBar filter={filter} />
      <VirtualList
        list={list}
        one="scenario"
        rowHeight={280}
        empty={<NoScenarios filtered={hasAnyFilter(filter)} />}
        keyOf={({ pattern }) => pattern.id}
      >
        {(entry) => <ScenarioCard entry={entry} />}
      </VirtualList>
    </Page>
  );
}

function LibraryFilterBar({ filter }: { readonly filter: LibrarySearchParameters }) {
  const show = useUpdateSearchParameters<LibrarySearchParameters>();
  return (
    <Flex wrap="wrap" gap="sm">
      <SearchField
        placeholder="Words of a name or lesson"
        query={filter.query ?? ''}
        search={(query) => show({ query }, filter.query !== undefined)}
      />
      <PropertyFilterSelect
        label="Cause"
        labels={causeLabels}
        chosen={filter.cause}
        choose={(cause) => show({ cause })}
      />
      <ServiceField name={filter.service} choose={(service) => show({ service })} />
    </Flex>
  );
}

function NoScenarios({ filtered }: { readonly filtered: boolean }) {
  if (filtered) return <EmptyState title="No scenarios match these filters.">Remove a filter.</EmptyState>;
  return (
    <EmptyState title="No scenarios yet">
      Each <TextLink to="/patterns">pattern</TextLink> that has a report becomes a scenario.
    </EmptyState>
  );
}

function ScenarioCard({
  entry: { pattern, recurrence, guardrail, episodes },
}: {
  readonly entry: Schemas['FailureLibraryEntry'];
}) {
  const { id, name, lesson, cause } = pattern;
  const locations = listLocations(pattern);
  return (
    <Card withBorder padding="md" component="article">
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} size="h3" flex="1 1 240px">
          <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit>
            {name}
          </PageLink>
        </Title>
        <Text size="sm" c="dimmed">
          <Text span inherit fw={600} c="bright">
            {count(pattern.episodes, 'episode')}
          </Text>
          , last <Timestamp at={pattern.lastAt} as="day" />
          {recurrence && `, ${recurrenceLabels[recurrence]}`}
        </Text>
      </Group>
      <Text mt="xs">{lesson}</Text>
      <Text size="sm" c="dimmed" mt={4}>
        {causeLabels[cause]}
        {locations.length > 0 && ' · '}
        <ServiceLinks names={locations} limit={3} />
      </Text>
      <GuardrailDetails guardrail={guardrail} />
      {episodes.length > 0 && (
        <Text component="details" size="sm" mt="xs">
          <summary>
            {episodes.length < pattern.episodes
              ? `Last ${count(episodes.length, 'episode')}`
              : count(episodes.length, 'episode')}
          </summary>
          <List size="sm">
            {episodes.map((episode) => (
              <List.Item key={episode.id}>
                <TextLink to="/failures/$failureId" params={{ failureId: episode.id }}>
                  {episode.title}
                </TextLink>
                {episode.at && (
                  <>
                    , <Timestamp at={episode.at} as="day" />
                  </>
                )}
              </List.Item>
            ))}
          </List>
        </Text>
      )}
    </Card>
  );
}

function GuardrailDetails({ guardrail }: { readonly guardrail: Schemas['FailureLibraryEntry']['guardrail'] }) {
  if (guardrail === null) return null;
  const { name, promise, steps, proof, effort, sources } = guardrail;
  return (
    <>
      <Text mt="xs">
        <Text span inherit fw={600}>
          Recommended fix: {name}.
        </Text>{' '}
        {promise}
      </Text>
      <Text component="details" size="sm" mt={4}>
        <summary>
          Steps ({effort.days.low} to {effort.days.high} person-days)
        </summary>
        <List size="sm" type="ordered" my="xs">
          {steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        Check: {proof.check} Metric: {proof.figure}
        {sources.length > 0 && (
          <>
            <br />
            Background:{' '}
            {sources.map(({ title, url }, at) => (
              <span key={url}>
                {at > 0 && ', '}
                <ExternalLink url={url}>{title}</ExternalLink>
              </span>
            ))}
          </>
        )}
      </Text>
    </>
  );
}
