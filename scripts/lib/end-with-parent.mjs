/**
 * Loaded before the application (`node --import`) by supervise.mjs. When the script that started it is killed outright, the channel
 * between the two breaks, and the application stops as if asked to, instead of holding its port for ever.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
