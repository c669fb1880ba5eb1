import { Card, Flex, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { ServiceLinks } from '../components/service-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { count } from '../labels/format.ts';
import { listLocations } from '../labels/list-locations.ts';
import { describeFix } from './describe-fix.ts';

type Entry = Schemas['FailureLibraryEntry'];

/** Shows what the organisation knows about a pattern: why it happens, what resolved it, and which fix held or did not. */
export function LessonCard({ entry: { pattern, fix, failedFixes, guardrail } }: { readonly entry: Entry }) {
  const { id, name, mechanism, scenario, episodes, lastAt } = pattern;
  const described = describeFix(fix, guardrail);
  return (
    <Card withBorder padding="md" component="article">
      <Title order={2} size="h4">
        <PageLink to="/patterns/$patternId" params={{ patternId: id }} inherit>
          {name}
        </PageLink>
      </Title>
      <Stack gap={4} mt="xs">
        <Known label="Root cause">{scenario?.cause ?? (mechanism === undefined ? scenario?.mechanism : null)}</Known>
        <Known label="Mechanism">
          {mechanism !== undefined && (
            <TextLink to="/library" search={{ mechanism }} title="All lessons about this mechanism">
              {mechanism}
            </TextLink>
          )}
        </Known>
        <Known label="Resolution">{scenario?.resolution}</Known>
        <Known label={described?.label ?? ''}>
          {described && (
            <>
              {fix === null ? (
                described.name
              ) : (
                <TextLink to="/improvements/$improvementId" params={{ improvementId: fix.improvementId }}>
                  {described.name}
                </TextLink>
              )}
              {described.text}
            </>
          )}
        </Known>
        <Known label="Did not hold">{failedFixes.join(', ')}</Known>
      </Stack>
      <Group gap="md" mt="xs" c="dimmed" fz="sm" style={{ rowGap: 0 }}>
        <div>
          {count(episodes, 'episode')}, last <Timestamp at={lastAt} as="day" />
        </div>
        <div>
          <ServiceLinks names={listLocations(pattern)} limit={3} />
        </div>
      </Group>
    </Card>
  );
}

function Known({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <Flex gap={{ base: 0, xs: 'md' }} direction={{ base: 'column', xs: 'row' }}>
      <Text size="sm" c="dimmed" w={110} flex="none">
        {label}
      </Text>
      <Text size="sm" component="div" flex={1} miw={0} maw={860} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </Flex>
  );
}
