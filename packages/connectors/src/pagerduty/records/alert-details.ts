const maxLines = 40;
const maxValueLength = 2_000;
const deepest = 4;

/** Matches keys that say where an alert came from and not what happened. */
const isUninformative =
  /^(?:client|client_url|dedup_key|incident_key|event_action|routing_key|self|html_url|contexts?|links?|images?)$/iu;

/** Flattens the details of an alert, which can be any JSON, to a limited number of short lines `key: value`. */
export function formatAlertDetails(details: unknown): string {
  const lines: string[] = [];
  collect(details, '', 0, lines);
  return lines.join('\n');
}

/** Drops lines that differ from an earlier line only in numbers, since the alerts of an incident repeat each other. */
export function dropRepeatedLines(parts: readonly (string | null | undefined)[]): string[] {
  const seen = new Set<string>();
  return parts.map((part) =>
    (part ?? '')
      .split('\n')
      .filter((line) => {
        const form = line.trim().replace(/\d+/gu, '0');
        const isNew = !seen.has(form);
        seen.add(form);
        return isNew || form === '';
      })
      .join('\n'),
  );
}

function collect(value: unknown, key: string, depth: number, lines: string[]): void {
  if (lines.length >= maxLines || value === null || value === undefined || value === '') return;
  if (typeof value === 'object') {
    if (depth >= deepest) return;
    for (const [name, inner] of Object.entries(value)) {
      if (lines.length >= maxLines) return;
      if (isUninformative.test(name)) continue;
      collect(inner, Array.isArray(value) ? key : name, depth + 1, lines);
    }
    return;
  }
  const text = String(value).slice(0, maxValueLength);
  lines.push(key === '' ? text : `${key}: ${text}`);
}
