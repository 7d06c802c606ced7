/** Healthy means: this process answers and says that it is well. The worker serves the same address inside its own container. */
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/api/health`, {
  signal: AbortSignal.timeout(4000),
});
if (!answer.ok) throw new Error(`/api/health: ${answer.status}`);
