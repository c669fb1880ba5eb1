import { Page } from '../parts/page.tsx';

export function ConnectionPage() {
  return <Page title="Connection">{null}</Page>;
}
