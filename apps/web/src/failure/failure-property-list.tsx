import type { Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/links.tsx';
import { type ListedProperty, PropertyList } from '../components/property-list.tsx';
import { Section } from '../components/section.tsx';
import { ServiceLink, ServiceLinks } from '../components/service-link.tsx';
import { FailureTime, hasNoTimeOfDay, Timestamp } from '../components/timestamp.tsx';
import { count, formatShortenedNameList } from '../labels/format.ts';
import { formatDate, formatDuration, formatHours } from '../labels/times.ts';

export function FailurePropertyList({ failure }: { readonly failure: Schemas['FailureResponse'] }) {
  const { occurredAt, resolvedAt, precision, timing, statedDuration } = failure;
  const after = (at: string | null | undefined) =>
    at ? (
      <>
        after {formatDuration(occurredAt, at)}, <Timestamp at={at} />
      </>
    ) : null;
  const facts: readonly ListedProperty[] = [
    ['Began', <FailureTime key="at" failure={failure} />],
    ['Acknowledged', after(timing?.acknowledgedAt)],
    ['Mitigated', after(timing?.mitigatedAt)],
    ['Resolved', hasNoTimeOfDay(precision) ? resolvedAt && formatDate(resolvedAt, precision) : after(resolvedAt)],
    ['Lasted', statedDuration && `${formatHours(statedDuration.hours)}, according to its text`],
    ['Reopened', timing?.reopenedAt.map((at) => <Timestamp key={at} at={at} />)],
    ['Severity', failure.severity],
    ['Urgency', failure.urgency],
    ['Responders', failure.responders === null ? null : count(failure.responders, 'person', 'people')],
    ['Services', failure.services.length > 0 && <ServiceLinks key="services" names={failure.services} />],
    ['Repository', failure.repository && <ServiceLink key="repository" name={failure.repository} />],
    ['Environment', failure.environment],
    ['Files', formatShortenedNameList(failure.paths, 5)],
    ['Commit', failure.sha?.slice(0, 12)],
    ['See also', failure.references.map((url) => <Reference key={url} url={url} />)],
  ];
  return (
    <Section title="Details">
      <PropertyList facts={facts} />
    </Section>
  );
}

function Reference({ url }: { readonly url: string }) {
  return (
    <div>
      <ExternalLink url={url}>{url.replace(/^https?:\/\//u, '')}</ExternalLink>
    </div>
  );
}
