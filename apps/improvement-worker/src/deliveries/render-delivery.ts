import { renderSlackDigest, renderSlackPattern } from '@refrain/analysis';
import { dayInMs, type RefrainEvent, type Subscription } from '@refrain/domain';
import type { Store } from '@refrain/store';

/** A new pattern whose last failure is older than this came from a backfill and is not posted to Slack. */
const recentMs = 30 * dayInMs;

export type DeliveryRenderingStore = Pick<Store, 'patterns' | 'reports'>;

export async function renderDelivery(
  store: DeliveryRenderingStore,
  event: RefrainEvent,
  kind: Subscription['kind'],
  publicUrl: string | null,
): Promise<unknown> {
  return kind === 'webhook' ? renderWebhook(event, publicUrl) : renderSlack(store, event, publicUrl);
}

/** Builds a message that contains only ids. If the URL of Refrain is configured, the receiver can request the content at `url`. */
function renderWebhook({ type, at, patternId, reportId, digestId }: RefrainEvent, publicUrl: string | null): unknown {
  const path =
    digestId === null ? (reportId === null ? `patterns/${patternId}` : `reports/${reportId}`) : `digests/${digestId}`;
  const url = publicUrl === null ? null : `${publicUrl}/v1/${path}`;
  return { type, timestamp: at, data: { patternId, reportId, digestId, url } };
}

async function renderSlack(
  store: DeliveryRenderingStore,
  event: RefrainEvent,
  publicUrl: string | null,
): Promise<unknown> {
  const { type, at, patternId, digestId } = event;
  if (type === 'digest_written') {
    const stored = digestId === null ? null : await store.reports.findDigest(digestId);
    return stored === null ? null : renderSlackDigest(stored, publicUrl);
  }
  const pattern = patternId === null ? null : await store.patterns.find(patternId);
  if (type === 'report_written' || pattern === null) return null;
  const isOld = Date.parse(at) - Date.parse(pattern.lastAt) > recentMs;
  return type === 'pattern_found' && isOld ? null : renderSlackPattern(type, pattern, publicUrl);
}
