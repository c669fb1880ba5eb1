import { z } from 'zod';
import { listIncidentLabels } from '../records/incident-labels.ts';
import type { ListedIssue } from '../records/records.ts';
import { fetchListPage, isNotBefore, itemsPerPage, type ListPage, type StreamReaderOptions } from './stream.ts';

/** Maximum number of pages of events that are read back to the previous sync. Usually one page suffices. */
const maxPages = 100;
const Event = z.looseObject({
  event: z.string().nullish(),
  created_at: z.string().nullish(),
  label: z.looseObject({ name: z.string().nullish() }).nullish(),
  issue: z.looseObject({ number: z.number().int() }).nullish(),
});
const list = { path: 'issues/events', parameters: { per_page: itemsPerPage }, none: [404, 410], items: z.array(Event) };

/** Finds issues that are no longer incidents, because an incident label was removed after `since`. Mostly 1 request. */
export async function findIssuesWithRemovedLabel(
  context: StreamReaderOptions,
  issues: readonly ListedIssue[],
  since: string | null,
): Promise<ListedIssue[]> {
  const unlabelled = new Set<number>();
  let cursor: string | null = null;
  for (let read = 0; issues.length > 0 && read < maxPages; read += 1) {
    const page: ListPage<z.output<typeof list.items>> = await fetchListPage(context, list, { cursor });
    const { items } = page;
    const recent = items.filter(({ created_at: at }) => at && isNotBefore(at, since));
    for (const { event, label, issue } of recent) {
      const isLoss =
        event === 'unlabeled' && label && listIncidentLabels(context.scope.incidentLabels, [label]).length > 0;
      if (isLoss && issue) unlabelled.add(issue.number);
    }
    cursor = page.next;
    if (cursor === null || recent.length < items.length) break;
  }
  return issues.filter(({ number }) => unlabelled.has(number));
}
