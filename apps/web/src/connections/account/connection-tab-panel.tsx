import type { Schemas } from '../../api/refrain.ts';
import { useProvider } from '../../api/use-providers.ts';
import type { ConnectionTab } from '../connection-search.ts';
import { ArchivePanel } from './archive-panel.tsx';
import { BackfillProgressPanel } from './backfill-progress-panel.tsx';
import { CompletenessPanel } from './completeness-panel.tsx';
import { HealthPanel } from './health-panel.tsx';
import { RecordsPanel } from './records-panel.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { WebhookPanel } from './webhook-panel.tsx';

interface Props {
  readonly tab: ConnectionTab;
  readonly connection: Schemas['Connection'];
}

export function ConnectionTabPanel({ tab, connection }: Props) {
  const { kind, webhook } = useProvider(connection.provider);
  switch (tab) {
    case 'progress':
      return kind === 'files' ? (
        <ArchivePanel connection={connection} />
      ) : (
        <BackfillProgressPanel connection={connection} />
      );
    case 'access':
      return (
        <>
          <HealthPanel connection={connection} />
          {webhook !== null && <WebhookPanel connection={connection} />}
        </>
      );
    case 'completeness':
      return <CompletenessPanel connection={connection} />;
    case 'records':
      return <RecordsPanel connection={connection} />;
    case 'settings':
      return <SettingsPanel connection={connection} />;
  }
}
