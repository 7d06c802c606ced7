import { LiveSignal } from '@phancong/contracts';

const secondsBeforeReopening = 5;

/** The server beats every 25 seconds: a line on which nothing was heard for so long is dead, although nobody closed it. */
const secondsOfSilence = 70;

/**
 * A line of signals that is opened again whenever it breaks, and goes on behind the last signal that was heard. Returns what
 * closes it.
 */
export function openLiveLine(hear: (signal: LiveSignal) => void): () => void {
  let source: EventSource;
  let heard = '';
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    clearTimeout(reopening);
    source = new EventSource(heard ? `/api/live?after=${heard}` : '/api/live');
    source.addEventListener('open', listenOn);
    source.addEventListener('heartbeat', keepPlace);
    source.addEventListener('message', (event: MessageEvent<string>) => {
      keepPlace(event);
      const signal = LiveSignal.safeParse(JSON.parse(event.data));
      if (signal.success) hear(signal.data);
    });
    // A browser gives a line up for good when it was refused, as after a session's end; then it is opened anew.
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) reopen(secondsBeforeReopening);
    });
    listenOn();
  };
  const keepPlace = (event: MessageEvent<string>) => {
    if (event.lastEventId) heard = event.lastEventId;
    listenOn();
  };
  const listenOn = () => {
    clearTimeout(silence);
    silence = setTimeout(() => reopen(0), secondsOfSilence * 1000);
  };
  const reopen = (seconds: number) => {
    source.close();
    clearTimeout(reopening);
    reopening = setTimeout(open, seconds * 1000);
  };

  open();
  return () => {
    clearTimeout(silence);
    clearTimeout(reopening);
    source.close();
  };
}
