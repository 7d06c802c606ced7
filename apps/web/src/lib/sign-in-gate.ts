/**
 * The gate a request waits at when the session ended in the middle of work: the dialog of feature `session` registers
 * itself here, the API client waits for it. One dialog serves all requests that were refused at the same time.
 */
type AskSignIn = () => Promise<void>;

let ask: AskSignIn | null = null;
let waiting: Promise<void> | null = null;

/** Registers the dialog; the returned function takes it away again. */
export function registerSignInGate(askSignIn: AskSignIn): () => void {
  ask = askSignIn;
  return () => {
    if (ask === askSignIn) ask = null;
  };
}

/** Resolves when the person has signed in again; null when no dialog is on screen to ask. */
export function waitForSignIn(): Promise<void> | null {
  if (!ask) return null;
  waiting ??= ask().finally(() => {
    waiting = null;
  });
  return waiting;
}
