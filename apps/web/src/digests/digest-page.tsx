import { Page } from '../parts/page.tsx';

export function DigestPage() {
  return <Page title="Digest">{null}</Page>;
}
