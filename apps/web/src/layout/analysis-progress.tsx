import { Alert, Loader } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useSystemStatus } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { describeAnalysisStep } from './describe-work.ts';

/** Pages whose figures change until the first patterns are found. */
const affectedPages = new Set(['/', '/patterns', '/improvements']);

/** Says that patterns may still change until the first analysis is done. Renders nothing on pages that show no patterns. */
export function AnalysisProgress() {
  const { data } = useSystemStatus();
  const page = useLocation({ select: ({ pathname }) => pathname });
  if (data === undefined || !data.isFirstAnalysis || !affectedPages.has(page)) return null;
  return (
    <Alert
      variant="outline"
      mb="md"
      role="status"
      title="The first analysis is running: patterns may still change"
      icon={<Loader size={18} aria-hidden />}
    >
      {describeAnalysisStep(data)} <TextLink to="/connections">Show the import</TextLink>
    </Alert>
  );
}
