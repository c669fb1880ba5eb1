import { Badge, Card, Group, Highlight, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { FailureKindBadge } from '../components/failure-kind-badge.tsx';
import { ExternalLink, PageLink, TextLink } from '../components/links.tsx';
import { LocationLinks } from '../components/location-links.tsx';
import { ResolutionNote } from '../components/resolution-note.tsx';
import { FailureTime, formatFailureDuration } from '../components/timestamp.tsx';
import { toSafeUrl } from '../labels/format.ts';
import { describeMatch } from './describe-match.ts';
import { isSameResolution } from './is-same-resolution.ts';

interface Props {
  readonly match: Schemas['SearchMatch'];
  /** The resolution that is shown above the matches, and not again here. */
  readonly shown: Schemas['SearchResponse']['resolution'];
}

/** Shows a similar failure, with the line of its text that matches and why it matches. */
export function MatchCard({ match, shown }: Props) {
  const { failure, hasSameTitle, pattern, resolution, excerpt, shared } = match;
  const { id, kind, title, url } = failure;
  const duration = formatFailureDuration(failure);
  const reason = describeMatch(match);
  return (
    <Card withBorder padding="sm" component="article">
      <Group justify="space-between" gap="xs" align="baseline">
        <Title order={3} flex="1 1 260px">
          <PageLink to="/failures/$failureId" params={{ failureId: id }} inherit>
            {title}
          </PageLink>
        </Title>
        {hasSameTitle && <Badge variant="light">Matching title</Badge>}
      </Group>
      <Group gap="xs" mt={4}>
        <FailureKindBadge kind={kind} />
        <Text size="sm" c="dimmed">
          <FailureTime failure={failure} />
          {duration && `, ${duration}`}
        </Text>
        <Text size="sm" c="dimmed">
          <LocationLinks location={failure} />
        </Text>
        {toSafeUrl(url) && (
          <Text size="sm">
            <ExternalLink url={url}>Open original</ExternalLink>
          </Text>
        )}
      </Group>
      {excerpt !== null && (
        <Highlight highlight={[...shared.words]} size="sm" mt={6} lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
          {excerpt}
        </Highlight>
      )}
      {reason !== '' && (
        <Text size="sm" c="dimmed" mt={4}>
          {reason}
        </Text>
      )}
      {pattern && (
        <Text size="sm" mt={4}>
          Pattern:{' '}
          <TextLink to="/patterns/$patternId" params={{ patternId: pattern.id }}>
            {pattern.name}
          </TextLink>
        </Text>
      )}
      {resolution && !isSameResolution(resolution, shown) && <ResolutionNote resolution={resolution} />}
    </Card>
  );
}
