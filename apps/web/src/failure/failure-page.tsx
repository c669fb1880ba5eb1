import { Page } from '../parts/page.tsx';

export function FailurePage() {
  return <Page title="Failure">{null}</Page>;
}
