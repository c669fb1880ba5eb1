import type { Schemas } from '../api/refrain.ts';
import { ShareMenu } from '../report/share-menu.tsx';

export function ShareReportMenu({ stored: { id, patternId, report } }: { readonly stored: Schemas['StoredReport'] }) {
  const page = `/patterns/${encodeURIComponent(patternId)}`;
  return (
    <ShareMenu
      links={[
        { label: 'Copy the link', path: page },
        { label: 'Copy the link to this snapshot', path: `${page}?report=${encodeURIComponent(id)}` },
      ]}
      path={`/v1/reports/${encodeURIComponent(id)}`}
      name={report.pattern.name}
    />
  );
}
