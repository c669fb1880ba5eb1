import { Page } from '../parts/page.tsx';

export function DigestsPage() {
  return <Page title="Digests">{null}</Page>;
}
