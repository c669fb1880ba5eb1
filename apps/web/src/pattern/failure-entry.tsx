import { Badge, Box, Group, List, Text } from '@mantine/core';
import { LinkType, type ReportLink, type ReportMember } from '@refrain/domain';
import { OutsideLink } from '../outside-link.tsx';
import {
  describeEvidence,
  formatDuration,
  formatMinute,
  kindColors,
  kindWords,
  linkWords,
  withoutTitle,
} from '../words.ts';

interface Props {
  readonly member: ReportMember;
  /** Those of this failure. */
  readonly links: readonly ReportLink[];
}

/** One failure: what it was, the lines that matter, and the changes around it. */
export function FailureEntry({ member, links }: Props) {
  const { kind, title, url, occurredAt, resolvedAt, repository, services } = member;
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
      {links.length > 0 && (
        <List size="sm" mt="xs" c="dimmed">
          {links.toSorted(byType).map((link) => (
            <List.Item key={`${link.type}${link.targetId}`}>
              {linkWords[link.type]} <OutsideLink url={link.targetUrl}>{link.targetTitle}</OutsideLink>{' '}
              {describeEvidence(link.score, link.evidence)}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

function byType(a: ReportLink, b: ReportLink): number {
  return LinkType.options.indexOf(a.type) - LinkType.options.indexOf(b.type);
}
