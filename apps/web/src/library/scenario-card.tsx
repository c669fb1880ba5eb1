import { Card, Group, List, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink, PageLink, TextLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { causeLabels, recurrenceLabels } from '../labels/domain-labels.ts';
import { count, formatShortenedNameList } from '../labels/format.ts';

export function ScenarioCard({
  entry: { pattern, recurrence, guardrail, episodes },
}: {
  readonly entry: Schemas['LibraryEntry'];
}) {
  const { id, name, lesson, cause, services, repositories } = pattern;
  const location = formatShortenedNameList([...services, ...repositories], 3);
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
        {[causeLabels[cause], location].filter(Boolean).join(' · ')}
      </Text>
      <GuardrailDetails guardrail={guardrail} />
      {episodes.length > 0 && (
        <Text component="details" size="sm" mt="xs">
          <summary>
            {episodes.length < pattern.episodes
              ? `The last ${count(episodes.length, 'episode')}`
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

function GuardrailDetails({ guardrail }: { readonly guardrail: Schemas['LibraryEntry']['guardrail'] }) {
  if (guardrail === null)
    return (
      <Text size="sm" c="dimmed" mt="xs">
        No guardrail is recommended yet.
      </Text>
    );
  const { name, promise, steps, proof, effort, sources } = guardrail;
  return (
    <>
      <Text mt="xs">
        <Text span inherit fw={600}>
          What would keep it from coming back: {name}.
        </Text>{' '}
        {promise}
      </Text>
      <Text component="details" size="sm" mt={4}>
        <summary>
          How to do it, in {effort.days.low} to {effort.days.high} days
        </summary>
        <List size="sm" type="ordered" my="xs">
          {steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        How to know that it works: {proof.check} What to watch: {proof.figure}
        {sources.length > 0 && (
          <>
            <br />
            To read:{' '}
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
