import { useParams } from '@tanstack/react-router';

import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { useOneOwnFlow } from '../api/get-own-flows.js';
import { FlowEditor } from './flow-editor.js';

export function OwnFlowPage() {
  const { id } = useParams({ from: '/signed-in/quy-trinh/$id' });
  const { data, isPending, error, refetch } = useOneOwnFlow(id);
  if (isPending) return <LoadingRows rows={6} height={72} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  // Every edition is edited anew: what was typed on an older one is not laid over it.
  return <FlowEditor key={`${data.id} ${data.edition}`} flow={data} />;
}
