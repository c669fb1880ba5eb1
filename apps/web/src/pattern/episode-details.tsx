import { Group, List, Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { FailureKindBadge } from '../components/failure-kind-badge.tsx';
import { ExternalLink, TextLink } from '../components/links.tsx';
import { FailureTime, formatFailureDuration } from '../components/timestamp.tsx';
import { linkTypeLabels } from '../labels/domain-labels.ts';
import { describeEvidence, removeTitleLines } from '../labels/format.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { Quotation } from '../report/quotation.tsx';

interface Props {
  readonly failures: readonly Schemas['ReportMember'][];
  readonly links: readonly Schemas['ReportLink'][];
}

/** Shows the evidence of one episode: its failures with quoted lines and linked changes, and why they belong to the pattern. */
export function EpisodeDetails({ failures, links }: Props) {
  const reasons = new Set(failures.map(({ confidence, evidence }) => describeEvidence(confidence, evidence)));
  return (
    <Stack gap="sm" maw={860} py={4}>
      {failures.map((member) => (
        <FailureEntry
          key={member.failureId}
          member={member}
          links={links.filter(({ failureId }) => failureId === member.failureId)}
        />
      ))}
      <Text component="details" size="sm" c="dimmed">
        <summary>Why is it here?</summary>
        <List size="sm">
          {[...reasons].map((reason) => (
            <List.Item key={reason}>It belongs to this pattern {reason}</List.Item>
          ))}
        </List>
      </Text>
    </Stack>
  );
}

interface FailureEntryProps {
  readonly member: Schemas['ReportMember'];
  readonly links: readonly Schemas['ReportLink'][];
}

function FailureEntry({ member, links }: FailureEntryProps) {
  const { failureId, kind, title, url, repository, services, statedRootCause, statedResolution } = member;
  const duration = formatFailureDuration(member);
  const location = [...services, repository].filter(Boolean).join(', ');
  return (
    <Stack gap={4}>
      <Text fw={600} lineClamp={4}>
        <ExternalLink url={url}>{title}</ExternalLink>
      </Text>
      <Group gap="xs">
        <FailureKindBadge kind={kind} />
        <Text size="sm" c="dimmed">
          <FailureTime failure={member} />
          {duration && `, ${duration}`}
          {location && ` · ${location}`}
          {' · '}
          <TextLink to="/failures/$failureId" params={{ failureId }}>
            All details
          </TextLink>
        </Text>
      </Group>
      <QuotedPassage title="Root cause" text={statedRootCause?.quote ?? ''} />
      <QuotedPassage title="Resolution" text={statedResolution?.quote ?? ''} />
      {!statedRootCause && !statedResolution && (
        <QuotedPassage title="" text={removeTitleLines(member.excerpt, title)} />
      )}
      {links.length > 0 && (
        <List size="sm" c="dimmed">
          {links.toSorted(byType).map((link) => (
            <List.Item key={`${link.type}${link.targetId}`}>
              {linkTypeLabels[link.type]} <ExternalLink url={link.targetUrl}>{link.targetTitle}</ExternalLink>{' '}
              {describeEvidence(link.score, link.evidence)}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

function QuotedPassage({ title, text }: { readonly title: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <Quotation>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {title !== '' && <b>{title}: </b>}
        {text}
      </Text>
    </Quotation>
  );
}

const linkTypes = listLabelKeys(linkTypeLabels);

function byType(a: Schemas['ReportLink'], b: Schemas['ReportLink']): number {
  return linkTypes.indexOf(a.type) - linkTypes.indexOf(b.type);
}
