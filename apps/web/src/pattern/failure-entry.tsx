import { Badge, Box, Group, List, Text } from '@mantine/core';
import type { ReportLink, ReportMember } from '@refrain/domain';
import { OutsideLink } from '../outside-link.tsx';
import { formatDuration, formatMinute, kindColors, kindWords, linkWords, percent, withoutTitle } from '../words.ts';

interface Props {
  readonly member: ReportMember;
  /** Those of this failure. */
  readonly links: readonly ReportLink[];
}

/** One failure: what it was, the lines that matter, and why it is here. */
export function FailureEntry({ member, links }: Props) {
  const { kind, title, url, occurredAt, resolvedAt, repository, services, confidence, evidence } = member;
  const excerpt = withoutTitle(member.excerpt, title);
  const where = [...services, repository].filter(Boolean).join(', ');
  return (
    <div>
      <Text fw={600} lineClamp={4}>
        <OutsideLink url={url}>{title}</OutsideLink>
      </Text>
      <Group gap="xs" mt={4}>
        <Badge variant="dot" color={kindColors[kind]} tt="none" fw={500}>
          {kindWords[kind]}
        </Badge>
        <Text size="sm" c="dimmed">
          <time dateTime={occurredAt}>{formatMinute(occurredAt)}</time>
          {resolvedAt && `, lasted ${formatDuration(occurredAt, resolvedAt)}`}
          {where && ` · ${where}`}
        </Text>
      </Group>
      {excerpt !== '' && (
        <Box
          component="blockquote"
          m={0}
          mt="xs"
          pl="sm"
          style={{ borderLeft: '3px solid var(--mantine-color-default-border)' }}
        >
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {excerpt}
          </Text>
        </Box>
      )}
      <List size="sm" mt="xs" c="dimmed">
        {links.map((link) => (
          <List.Item key={`${link.type}${link.targetId}`}>
            {linkWords[link.type]} <OutsideLink url={link.targetUrl}>{link.targetTitle}</OutsideLink>{' '}
            {describe(link.score, link.evidence)}
          </List.Item>
        ))}
        <List.Item>Belongs to this pattern {describe(confidence, evidence)}</List.Item>
      </List>
    </div>
  );
}

function describe(score: number, evidence: ReportMember['evidence']): string {
  return `(${percent(score)}): ${evidence.map(({ detail }) => detail).join('; ')}`;
}
