import { Page } from '../parts/page.tsx';

export function ConnectionsPage() {
  return <Page title="Connections">{null}</Page>;
}
