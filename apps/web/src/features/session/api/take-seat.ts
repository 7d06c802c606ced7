import { Session } from '@phancong/contracts';
import { useMutation } from '@tanstack/react-query';

import { paths } from '../../../config/paths.js';
import { callApi } from '../../../lib/api-client.js';

function takeSeat(seatId: string): Promise<Session> {
  return callApi({ method: 'PUT', path: '/session/seat', body: { seatId }, answer: Session });
}

/** Goes on by a full page load: in another seat everything on screen is other work. */
export function useTakeSeat() {
  return useMutation({ mutationFn: takeSeat, onSuccess: () => window.location.assign(paths.home) });
}
