import { Box, Group, List, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/external-link.tsx';
import { FailureKindBadge } from '../components/failure-kind-badge.tsx';
import { FailureTime, formatFailureDuration } from '../components/failure-time.tsx';
import { linkTypeLabels } from '../labels/domain-labels.ts';
import { describeEvidence, removeTitleLines } from '../labels/evidence.ts';
import { listLabelKeys } from '../labels/labels.ts';

interface Props {
  readonly member: Schemas['ReportMember'];
  readonly links: readonly Schemas['ReportLink'][];
}

export function FailureEntry({ member, links }: Props) {
  const { kind, title, url, repository, services } = member;
  const duration = formatFailureDuration(member);
  const excerpt = removeTitleLines(member.excerpt, title);
  const location = [...services, repository].filter(Boolean).join(', ');
  return (
    <div>
      <Text fw={600} lineClamp={4}>
        <ExternalLink url={url}>{title}</ExternalLink>
      </Text>
      <Group gap="xs" mt={4}>
        <FailureKindBadge kind={kind} />
        <Text size="sm" c="dimmed">
          <FailureTime failure={member} />
          {duration && `, ${duration}`}
          {location && ` · ${location}`}
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
              {linkTypeLabels[link.type]} <ExternalLink url={link.targetUrl}>{link.targetTitle}</ExternalLink>{' '}
              {describeEvidence(link.score, link.evidence)}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

const linkTypes = listLabelKeys(linkTypeLabels);

function byType(a: Schemas['ReportLink'], b: Schemas['ReportLink']): number {
  return linkTypes.indexOf(a.type) - linkTypes.indexOf(b.type);
}
