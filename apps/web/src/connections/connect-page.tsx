import { Page } from '../parts/page.tsx';

export function ConnectPage() {
  return <Page title="Connect">{null}</Page>;
}
