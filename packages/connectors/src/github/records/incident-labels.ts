type Label = string | { readonly name?: string | null | undefined };

export function listLabelNames(labels: readonly Label[] | null | undefined): string[] {
  return (labels ?? []).map((label) => (typeof label === 'string' ? label : (label.name ?? ''))).filter(Boolean);
}

/** Returns the labels that make an issue an incident. GitHub compares labels case-insensitively. */
export function listIncidentLabels(wanted: readonly string[], labels: readonly Label[] | null | undefined): string[] {
  const lower = new Set(wanted.map((label) => label.toLowerCase()));
  return listLabelNames(labels).filter((name) => lower.has(name.toLowerCase()));
}

const severityLabel =
  /^(?:sev(?:erity)?|p(?:rio(?:rity)?)?)[ :/._-]{0,3}(?:(\d)|(critical|blocker|urgent)|(high|major)|(medium|moderate)|(low|minor))$/iu;

/** Returns the severity label, such as `sev1`; the most severe if there are several. */
export function findSeverityLabel(labels: readonly string[]): string | null {
  const ranked = labels.flatMap((label) => {
    const match = severityLabel.exec(label.trim().slice(0, 50));
    if (match === null) return [];
    const rank = match[1] === undefined ? match.slice(2).findIndex((word) => word !== undefined) : Number(match[1]);
    return [{ label, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank)[0]?.label ?? null;
}

export function listServicesOfLabels(labels: readonly string[]): string[] {
  const named = labels.map((label) =>
    /^(?:service|svc|component|app)[:/] {0,3}(\S.{0,99})$/iu.exec(label)?.[1]?.trim(),
  );
  return [...new Set(named.filter((name) => name !== undefined))];
}
