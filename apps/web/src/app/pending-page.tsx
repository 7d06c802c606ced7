import { LoadingRows } from '../components/ui/states.js';
import { ConnectionBanner } from './shell/connection-banner.js';

/** While a screen's first data is on its way, also when the server is away from the very start. */
export function PendingPage() {
  return (
    <>
      <ConnectionBanner />
      <LoadingRows />
    </>
  );
}
