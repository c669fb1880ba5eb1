import { Alert, Loader } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useSystemStatus } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { describeAnalysisStep } from './describe-work.ts';

/** Pages whose figures change until the patterns of an import are found. */
const affectedPages = new Set(['/', '/patterns', '/improvements']);

/** Says that patterns may still change because of an import. Renders nothing on pages that show no patterns. */
export function AnalysisProgress() {
  const { data } = useSystemStatus();
  const page = useLocation({ select: ({ pathname }) => pathname });
  const [isShown, setShown] = useState(false);
  // Patterns are found after the last record is processed, so the notice stays until all work is done.
  const isRunning = data?.busy === true && data.failures > 0 && (isShown || data.isImporting);
  if (data !== undefined && isRunning !== isShown) setShown(isRunning);
  if (!isRunning || !affectedPages.has(page)) return null;
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
